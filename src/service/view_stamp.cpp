#include "service/view_stamp.h"

#include "base/packed.h"
#include "ledger/note.h"
#include "views/folding_sources.h"

namespace probity::service {

using base::ErrorCode;
using base::Result;

base::Digest view_definition(const base::Zone& zone, const casework::Readings& readings) {
  return base::sha256(base::bytes_of(views::folding_sources()), base::bytes_of(base::packed(zone.name())),
                      base::bytes_of(base::packed(readings)));
}

Result<base::Digest> root_of(const ledger::Ledger& ledger, std::uint64_t size) {
  if (size == ledger.size()) return ledger.root();
  const auto note = ledger.checkpoint_at(size);
  if (!note) return ledger.root_at(size); // none was kept of that size
  PROBITY_ASSIGN(const std::string written, ledger.verification_key());
  PROBITY_ASSIGN(const ledger::VerificationKey key, ledger::VerificationKey::parse(written));
  PROBITY_ASSIGN(const ledger::OpenedNote opened, ledger::open_note(*note, {key}));
  PROBITY_ASSIGN(const ledger::Checkpoint checkpoint, ledger::Checkpoint::parse(opened.text));
  return checkpoint.root;
}

Result<void> check_stamp(const views::Stamp& stamp, const base::Digest& definition,
                         const ledger::Ledger& ledger) {
  const auto other = [](const char* what) { return base::fail(ErrorCode::refused, what); };
  if (stamp.definition != definition) return other("they were made by another program or other rules");
  if (stamp.origin != ledger.constants().origin) return other("they are of another ledger");
  if (stamp.cursor > ledger.size()) return other("they are of a longer ledger than this one");
  PROBITY_ASSIGN(const base::Digest root, root_of(ledger, stamp.cursor));
  if (root != stamp.root) return other("they are of a ledger with another history");
  return {};
}

} // namespace probity::service
