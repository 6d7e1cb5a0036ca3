#include "pages/staff/parts.h"
#include "pages/staff/record_words.h"
#include "pages/staff/words.h"
#include "pages/wording.h"

namespace probity::pages {

using namespace html;

Html identity_bar(const service::CaseIdentity& identity, const Reader& reader) {
  const StaffWords& words = staff_words();
  Html rows;
  const auto add = [&](std::string_view name, const std::string& value) {
    Html row = element("dt", name);
    row << element("dd", value);
    rows << element("div", row);
  };
  add(words.reference, reference(identity.person));
  if (!identity.name.empty()) add(words.name_of_person, identity.name);
  add(words.born, identity.birth ? in_words(*identity.birth) + ", " + std::string(words.aged) + " " +
                                       std::to_string(identity.age)
                                 : std::string(words.none));
  add(record_words().tier, identity.tier.empty() ? std::string(record_words().not_scored) : identity.tier);
  add(words.harm,
      identity.harm_level.empty() ? std::string(words.not_judged) : code_in_words(identity.harm_level));
  add(words.next_appointment,
      identity.next ? moment_in_words(*identity.next, reader.zone) : std::string(words.no_next));
  return element("dl", {{"class", "probity-identity"}}, rows);
}

} // namespace probity::pages
