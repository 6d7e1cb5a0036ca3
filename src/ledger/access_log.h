// Who opened which sealed part and why: a live log of its own beside the ledger, FILE.access, with the origin
// "<origin>/access".
#pragma once

#include <string>

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

class AccessLog {
 public:
  // Opens the access log of the ledger in `file`, making it when there is none.
  static base::Result<AccessLog> open(const std::string& file, const Ledger& ledger,
                                      std::function<base::Instant()> now);

  // Records the opening; call it before the part is shown.
  base::Result<Receipt> record(const PartOpened& opened);
  [[nodiscard]] const Ledger& log() const { return log_; }

 private:
  AccessLog(Ledger log, std::function<base::Instant()> now) : log_(std::move(log)), now_(std::move(now)) {}
  Ledger log_;
  std::function<base::Instant()> now_;
};

constexpr std::string_view type_part_opened = "access.part_opened";

// Records the opening, then opens: what cannot be logged is not shown.
base::Result<std::string> open_sealed_logged(const Ledger& ledger, AccessLog& access,
                                             const PartOpened& opened);

} // namespace probity::ledger
