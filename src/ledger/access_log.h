// Who read what, who opened which sealed part and why, who signed in: a live log of its own beside the
// ledger, FILE.access, with the origin
// "<origin>/access".
#pragma once

#include <span>
#include <string>
#include <vector>

#include "ledger/ledger.h"

namespace probity::ledger {

inline std::string access_file(const std::string& file) {
  return file + ".access";
}

struct PartOpened {
  std::string operator_name;
  std::uint64_t index = 0; // of the event in the ledger
  int slot = 0;
  std::string reason; // a short name: "complaint", "court_request"; no text about a person
};

// Whoever reads: a member of staff of the service.
struct Reader {
  base::EntityId staff; // pseudonym
  std::string provider; // the body they work for
  std::string role;     // by which it was allowed, or that of whom it was refused: "practitioner"
  std::string envelope_role = "system"; // the nearest word of record/channels.h
};

// A page or an answer about one person or several.
struct RecordRead {
  Reader reader;
  std::string page; // what was asked for: "case", "my_work"; no address, no text about a person
  std::vector<base::StreamId> people; // one: stands on a stream of the person's own name
  std::uint64_t size = 0;             // of the ledger that was read
  std::string refused;                // the rule that was in the way: "limited access"; empty: it was shown
};

struct SignInTried {
  Reader reader; // of the account; staff is 32 noughts when there is no such account
  bool opened = false;
};

class AccessLog {
 public:
  // Opens the access log of the ledger in `file`, making it when there is none.
  static base::Result<AccessLog> open(const std::string& file, const Ledger& ledger,
                                      std::function<base::Instant()> now);

  // Each is called before anything is shown.
  base::Result<Receipt> record(const PartOpened& opened);
  base::Result<Receipt> record(const RecordRead& read);
  // All in one transaction, or none.
  base::Result<void> record(std::span<const RecordRead> reads);
  base::Result<Receipt> record(const SignInTried& tried);
  [[nodiscard]] const Ledger& log() const { return log_; }

 private:
  AccessLog(Ledger log, std::function<base::Instant()> now) : log_(std::move(log)), now_(std::move(now)) {}
  [[nodiscard]] base::json::Value event_of(std::string_view type, const base::StreamId& stream,
                                           const Reader& reader, base::json::Value facts) const;
  [[nodiscard]] base::json::Value event_of(const RecordRead& read) const;
  base::Result<Receipt> append(base::json::Value event);
  Ledger log_;
  std::function<base::Instant()> now_;
};

constexpr std::string_view type_part_opened = "access.part_opened";
constexpr std::string_view type_record_read = "access.record_read";
constexpr std::string_view type_list_read = "access.list_read";
constexpr std::string_view type_signed_in = "access.signed_in";
constexpr std::string_view type_sign_in_refused = "access.sign_in_refused";

// Records the opening, then opens: what cannot be logged is not shown.
base::Result<std::string> open_sealed_logged(const Ledger& ledger, AccessLog& access,
                                             const PartOpened& opened);

} // namespace probity::ledger
