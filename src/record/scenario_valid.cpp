#include "record/scenario_record.h"

namespace probity::record::scenario_text {
namespace {

constexpr const char* forms =
    "After \"on\" write a day 2016-03-01, a month 2016-03, a time 2016-03-01T10:00Z, FIRST..LAST of "
    "these, quarter DAY, year DAY, unknown, or after LABEL +30d (m: months)";

} // namespace

base::Result<RecordReader::SetValid> RecordReader::valid_after(const Line& line, std::size_t& at) const {
  if (at + 2 > line.words.size()) return fault(line, "the offset is cut short", forms);
  PROBITY_ASSIGN(const base::EventId original, labelled(line, line.words[at]));
  std::string_view length = line.words[at + 1];
  at += 2;
  const char unit = length.empty() ? ' ' : length.back();
  if (length.starts_with('+')) length.remove_prefix(1);
  if (!length.empty()) length.remove_suffix(1);
  const auto number = parse_integer(length);
  if (!number || (unit != 'd' && unit != 'm') || *number < -100'000 || *number > 100'000)
    return fault(line, "\"" + line.words[at - 1] + "\" is not a number of days or months", forms);
  const int count = static_cast<int>(*number);
  if (unit == 'd') return SetValid([=](EventBuilder& builder) { builder.valid_after(original, count); });
  return SetValid([=](EventBuilder& builder) { builder.valid_months_after(original, count); });
}

base::Result<RecordReader::SetValid> RecordReader::valid(const Line& line, std::size_t& at) const {
  if (at == line.words.size()) return fault(line, "nothing follows \"on\"", forms);
  const std::string& word = line.words[at++];
  if (word == "unknown") return SetValid([](EventBuilder& builder) { builder.valid_unknown(); });
  if (word == "after") return valid_after(line, at);
  if (word == "year" || word == "quarter") {
    const auto from = at < line.words.size() ? base::parse_day(line.words[at++]) : std::nullopt;
    if (!from) return fault(line, "a " + word + " is given by its first day", forms);
    const Precision precision = word == "year" ? Precision::year : Precision::quarter;
    return SetValid([=](EventBuilder& builder) { builder.valid(precision, *from); });
  }
  const std::size_t dots = word.find("..");
  const std::string_view first = std::string_view(word).substr(0, dots);
  const std::string_view last = dots == std::string::npos ? first : std::string_view(word).substr(dots + 2);
  if (const auto from = base::parse_day(first), to = base::parse_day(last); from && to && *from <= *to)
    return SetValid([=](EventBuilder& builder) {
      *from == *to ? builder.valid(*from) : builder.valid(Precision::day, *from, *to + 1);
    });
  if (const auto from = base::parse_month(first), to = base::parse_month(last); from && to && *from <= *to)
    return SetValid([=](EventBuilder& builder) {
      *from == *to ? builder.valid(*from) : builder.valid(Precision::month, from->first(), to->last() + 1);
    });
  if (const auto from = parse_moment(first), to = parse_moment(last); from && to && *from <= *to)
    return SetValid(
        [=](EventBuilder& builder) { *from == *to ? builder.valid(*from) : builder.valid(*from, *to); });
  return fault(line, "\"" + word + "\" is not when something happened", forms);
}

} // namespace probity::record::scenario_text
