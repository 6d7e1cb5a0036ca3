#include <algorithm>

#include "html/chart/histogram.h"
#include "pages/report/record_quality_words.h"
#include "pages/report/report_view.h"
#include "pages/report/small_numbers.h"
#include "pages/wording.h"

namespace probity::pages {
namespace {

using contract::ClockTiming;
using contract::CountByDays;
using contract::TypeQuality;
using html::element;
using html::Html;

constexpr int least_day = -14; // what lies farther out is put into one bin
constexpr int most_day = 14;
constexpr int most_delay = 21;

std::int64_t sum_of(const CountByDays& counts, int from, int to) {
  std::int64_t out = 0;
  for (const auto& [day, count] : counts)
    if (from <= day && day <= to) out += count;
  return out;
}

constexpr int far = 1 << 28;

html::Bin due_bin(int day) {
  html::Bin out;
  out.tick = std::to_string(day);
  if (day < 0) out.label = days_before_due(-day);
  if (day == 0) out.label = record_quality_words().due_day;
  if (day > 0) out.label = days_after_due(day);
  return out;
}

html::Bin delay_bin(int day) {
  html::Bin out;
  out.tick = std::to_string(day);
  out.label = day == 0 ? record_quality_words().day_of_act : days_later(day);
  return out;
}

// Bins of one day from `first` to `last`, what lies farther out in the bins at the ends.
std::vector<html::Bin> binned(const CountByDays& counts, int first, int last, html::Bin (*bin)(int day)) {
  std::vector<html::Bin> out;
  const bool before = sum_of(counts, -far, first - 1) > 0;
  const bool after = sum_of(counts, last + 1, far) > 0;
  if (before) {
    out.push_back(bin(first - 1));
    out.back().label =
        first - 1 < 0 && bin == delay_bin ? record_quality_words().before_act : or_more(out.back().label);
    out.back().tick = "<" + std::to_string(first);
    out.back().count = sum_of(counts, -far, first - 1);
  }
  for (int day = first; day <= last; ++day) {
    out.push_back(bin(day));
    out.back().count = sum_of(counts, day, day);
  }
  if (after) {
    out.push_back(bin(last + 1));
    out.back().label = or_more(out.back().label);
    out.back().tick = ">" + std::to_string(last);
    out.back().count = sum_of(counts, last + 1, far);
  }
  return out;
}

// Leaves out empty days far from the deadline on either side.
int least_used(const CountByDays& counts, int least) {
  return counts.empty() ? 0 : std::max(least, std::min(0, counts.begin()->first));
}
int most_used(const CountByDays& counts, int most) {
  return counts.empty() ? 0 : std::min(most, std::max(1, counts.rbegin()->first));
}

// For publication: bins joined until none is small. False: nothing can be shown.
bool make_publishable(html::Histogram& histogram) {
  std::vector<std::int64_t> counts;
  for (const html::Bin& bin : histogram.bins)
    counts.push_back(bin.count);
  const std::size_t border = histogram.late_from.value_or(counts.size());
  const auto spans = joined(counts, border);
  if (spans.empty()) return false;
  std::vector<html::Bin> bins;
  std::optional<std::size_t> late_from;
  for (const auto& [first, last] : spans) {
    if (histogram.late_from && first >= border && !late_from) late_from = bins.size();
    html::Bin bin = histogram.bins[first];
    bin.count = 0;
    for (std::size_t i = first; i <= last; ++i)
      bin.count += counts[i];
    if (first != last) {
      bin.label = bins_joined(bin.label, histogram.bins[last].label);
      bin.tick += "…" + histogram.bins[last].tick;
    }
    bins.push_back(std::move(bin));
  }
  if (histogram.late_from && !late_from) late_from = bins.size();
  histogram.bins = std::move(bins);
  histogram.late_from = late_from;
  return true;
}

Html shown(const ReportView& view, html::Histogram histogram) {
  if (view.published() && !make_publishable(histogram)) {
    Html out = element("h3", histogram.head.title);
    out << html::paragraph(record_quality_words().withheld_figure);
    return out;
  }
  return html::figure(histogram);
}

std::string counts(const ReportView& view, std::int64_t count) {
  return view.published() ? published(count) : with_commas(static_cast<std::uint64_t>(count));
}

Html timing_figure(const ReportView& view, const ClockTiming& clock, std::size_t number) {
  if (clock.by_days.empty()) return {};
  const RecordQualityWords& words = record_quality_words();
  html::Histogram out;
  out.head.id = "timing-" + std::to_string(number);
  out.head.title = when_against_due(clock.title);
  std::string method(words.timing_method);
  if (clock.never > 0) method += " " + never_stopped(counts(view, clock.never), clock.never == 1);
  out.head.method = html::paragraph(method);
  out.cases = words.cases;
  out.along = words.along_due_day;
  const int first = least_used(clock.by_days, least_day);
  out.bins = binned(clock.by_days, first, most_used(clock.by_days, most_day), due_bin);
  for (std::size_t i = 0; i < out.bins.size(); ++i)
    if (out.bins[i].label == words.due_day) out.late_from = i + 1;
  out.deadline = words.after_due_day;
  return shown(view, std::move(out));
}

Html delay_figure(const ReportView& view, const CountByDays& all, std::int64_t unknown) {
  const RecordQualityWords& words = record_quality_words();
  html::Histogram out;
  out.head.id = "delay";
  out.head.title = words.delay_title;
  std::string method(words.delay_method);
  if (unknown > 0) method += " " + delay_not_known(counts(view, unknown));
  out.head.method = html::paragraph(method);
  out.cases = words.events;
  out.along = words.along_delay;
  out.bins = binned(all, 0, std::max(2, most_used(all, most_delay)), delay_bin);
  for (std::size_t i = 0; i < out.bins.size(); ++i)
    if (out.bins[i].label == days_later(1)) out.late_from = i + 1;
  out.deadline = words.after_act;
  return shown(view, std::move(out));
}

Html types_table(const ReportView& view) {
  const RecordQualityWords& words = record_quality_words();
  const auto number = [&](std::int64_t count) { return html::text(counts(view, count)); };
  html::Table table;
  table.caption = words.types_caption;
  table.columns.push_back({std::string(words.type)});
  for (const std::string_view title :
       {words.events_column, words.within_a_day, words.later, words.delay_unknown, words.corrected})
    table.columns.push_back({std::string(title), html::Align::numeric});
  for (const TypeQuality& type : view.input.quality.types) {
    const std::int64_t soon = sum_of(type.by_delay, -far, 1);
    const std::int64_t later = sum_of(type.by_delay, 2, far);
    // One small part would follow from the others.
    const bool hide = view.published() && (is_small(soon) || is_small(later) ||
                                           is_small(type.delay_unknown) || is_small(type.events));
    const auto part = [&](std::int64_t count) { return hide ? html::text(words.withheld) : number(count); };
    table.rows.push_back({{html::text(spaced(type.type)), number(type.events), part(soon), part(later),
                           part(type.delay_unknown), number(type.corrected)},
                          ""});
  }
  return html::table(table);
}

} // namespace

Html record_part(const ReportView& view) {
  const RecordQualityWords& words = record_quality_words();
  const contract::RecordQuality& quality = view.input.quality;
  CountByDays all;
  std::int64_t events = 0;
  std::int64_t corrected = 0;
  std::int64_t unknown = 0;
  for (const TypeQuality& type : quality.types) {
    events += type.events;
    corrected += type.corrected;
    unknown += type.delay_unknown;
    for (const auto& [day, count] : type.by_delay)
      all[day] += count;
  }
  Html out = element("h1", words.title);
  out << element("p", {{"class", "takeaway"}},
                 record_takeaway(counts(view, events), in_words(quality.period), counts(view, corrected),
                                 corrected == 1));
  const html::PagePart parts[] = {
      {"late", words.late}, {"timing", words.timing}, {"types", words.types}, {"oddities", words.oddities}};
  out << html::parts_of_page(parts);
  out << element("h2", {{"id", "late"}}, words.late);
  if (all.empty())
    out << html::paragraph(words.no_delay);
  else
    out << delay_figure(view, all, unknown);
  out << element("h2", {{"id", "timing"}}, words.timing);
  std::size_t number_of_figure = 0;
  Html timing;
  for (const ClockTiming& clock : quality.clocks)
    timing << timing_figure(view, clock, ++number_of_figure);
  out << (timing.empty() ? html::paragraph(words.nothing_timed) : timing);
  out << element("h2", {{"id", "types"}}, words.types);
  out << types_table(view);
  out << workings(words.types_caption, html::paragraph(words.types_workings));
  out << element("h2", {{"id", "oddities"}}, words.oddities);
  if (quality.unknown_types > 0)
    out << html::paragraph(events_of_unknown_type(static_cast<std::uint64_t>(quality.unknown_types)));
  if (quality.oddities.empty())
    out << html::paragraph(words.no_odd_correction);
  else if (view.published())
    out << html::paragraph(odd_corrections(quality.oddities.size()));
  else
    out << list_of(quality.oddities);
  return out;
}

} // namespace probity::pages
