#include "casework/appointments/appointment_policy.h"

#include <algorithm>
#include <span>

#include "casework/policy_reader.h"
#include "record/appointment.h"
#include "record/risk_register.h"

namespace probity::casework {
namespace {

using base::Result;

Result<std::set<std::string, std::less<>>> words_of_row(const PolicyReader& reader, std::string_view id,
                                                        std::span<const std::string_view> known) {
  PROBITY_ASSIGN(const rules::Row* row, reader.row(id));
  std::set<std::string, std::less<>> out;
  const std::string& text = row->value;
  for (std::size_t from = 0; from < text.size();) {
    const std::size_t to = std::min(text.find(',', from), text.size());
    const std::string word = text.substr(from, to - from);
    if (std::find(known.begin(), known.end(), word) == known.end())
      return base::fail(base::ErrorCode::invalid_input, "\"" + word + "\" is none of the words of this row",
                        row->where, "Write the words of the vocabulary, with commas and without spaces");
    out.insert(word);
    from = to + 1;
  }
  return out;
}

} // namespace

Result<AppointmentPolicy> read_appointment_policy(const PolicyReader& reader) {
  AppointmentPolicy out;
  const std::span<const std::string_view> modes = record::appointment::modes;
  PROBITY_TRY(reader.number("appointment.series_most", out.series_most));
  PROBITY_ASSIGN(out.closing_modes, words_of_row(reader, "appointment.closing_modes", modes));
  PROBITY_ASSIGN(out.outside_modes, words_of_row(reader, "appointment.outside_modes", modes));
  PROBITY_ASSIGN(out.remote_modes, words_of_row(reader, "appointment.remote_modes", modes));
  PROBITY_ASSIGN(out.custody_modes, words_of_row(reader, "appointment.custody_modes", modes));
  PROBITY_ASSIGN(out.flags_of_danger,
                 words_of_row(reader, "appointment.flags_of_danger", record::risk::flag_kinds));
  return out;
}

} // namespace probity::casework
