#include <algorithm>

#include "html/chart/histogram.h"
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

std::string days(int count) {
  return count == 1 ? "1 day" : std::to_string(count) + " days";
}

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
  if (day < 0) out.label = days(-day) + " before the due day";
  if (day == 0) out.label = "the due day";
  if (day > 0) out.label = days(day) + " after the due day";
  return out;
}

html::Bin delay_bin(int day) {
  html::Bin out;
  out.tick = std::to_string(day);
  out.label = day == 0 ? "the day it happened" : days(day) + " later";
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
        first - 1 < 0 && bin == delay_bin ? "before it happened" : out.back().label + " or more";
    out.back().tick = "<" + std::to_string(first);
    out.back().count = sum_of(counts, -far, first - 1);
  }
  for (int day = first; day <= last; ++day) {
    out.push_back(bin(day));
    out.back().count = sum_of(counts, day, day);
  }
  if (after) {
    out.push_back(bin(last + 1));
    out.back().label += " or more";
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
      bin.label += " to " + histogram.bins[last].label;
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
    out << html::paragraph("Withheld: so few fell on one side that a count could give somebody away.");
    return out;
  }
  return html::figure(histogram);
}

Html timing_figure(const ReportView& view, const ClockTiming& clock, std::size_t number) {
  if (clock.by_days.empty()) return {};
  html::Histogram out;
  out.head.id = "timing-" + std::to_string(number);
  out.head.title = clock.title + ": when, against the due day";
  std::string words = "Every case of the period that is met or missed and was stopped by an event: the day "
                      "of that event, as the "
                      "measure reads it, less the due day. A heap on the last day is what people do when a "
                      "deadline is paid for; it is "
                      "no proof of anything.";
  const std::int64_t never = clock.never;
  if (never > 0)
    words += " " + (view.published() ? published(never) : with_commas(static_cast<std::uint64_t>(never))) +
             (never == 1 ? " case was" : " cases were") + " missed and never stopped: not in the figure.";
  out.head.method = html::paragraph(words);
  out.cases = "cases";
  out.along = "Days from the due day";
  const int first = least_used(clock.by_days, least_day);
  out.bins = binned(clock.by_days, first, most_used(clock.by_days, most_day), due_bin);
  for (std::size_t i = 0; i < out.bins.size(); ++i)
    if (out.bins[i].label == "the due day") out.late_from = i + 1;
  out.deadline = "the end of the due day";
  return shown(view, std::move(out));
}

Html delay_figure(const ReportView& view, const CountByDays& all, std::int64_t unknown) {
  html::Histogram out;
  out.head.id = "delay";
  out.head.title = "How long after an act it was recorded";
  std::string words =
      "Every event of the period that is about a person or a session and whose act is known to the "
      "day: the civil day on which it was recorded less the day of the act. What an import brought "
      "counts by the day on which its source recorded it. The line at one day is a yardstick of ours, no "
      "clause of the contract.";
  if (unknown > 0)
    words += " Of " +
             (view.published() ? published(unknown) : with_commas(static_cast<std::uint64_t>(unknown))) +
             " more the delay is not known to the day.";
  out.head.method = html::paragraph(words);
  out.cases = "events";
  out.along = "Days from the act to its record";
  out.bins = binned(all, 0, std::max(2, most_used(all, most_delay)), delay_bin);
  for (std::size_t i = 0; i < out.bins.size(); ++i)
    if (out.bins[i].label == "1 day later") out.late_from = i + 1;
  out.deadline = "one day after the act (our yardstick)";
  return shown(view, std::move(out));
}

Html types_table(const ReportView& view) {
  const auto number = [&](std::int64_t count) {
    return html::text(view.published() ? published(count) : with_commas(static_cast<std::uint64_t>(count)));
  };
  html::Table table;
  table.caption = "Events of the period by type";
  table.columns = {{"Type"},
                   {"Events", html::Align::numeric},
                   {"Recorded within a day", html::Align::numeric},
                   {"Later", html::Align::numeric},
                   {"Delay not known", html::Align::numeric},
                   {"Corrected since", html::Align::numeric}};
  for (const TypeQuality& type : view.input.quality.types) {
    const std::int64_t soon = sum_of(type.by_delay, -far, 1);
    const std::int64_t later = sum_of(type.by_delay, 2, far);
    // One small part would follow from the others.
    const bool hide = view.published() && (is_small(soon) || is_small(later) ||
                                           is_small(type.delay_unknown) || is_small(type.events));
    const auto part = [&](std::int64_t count) { return hide ? html::text("withheld") : number(count); };
    table.rows.push_back({{html::text(spaced(type.type)), number(type.events), part(soon), part(later),
                           part(type.delay_unknown), number(type.corrected)},
                          ""});
  }
  return html::table(table);
}

} // namespace

Html record_part(const ReportView& view) {
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
  const auto number = [&](std::int64_t count) {
    return view.published() ? published(count) : with_commas(static_cast<std::uint64_t>(count));
  };
  Html out = element("h1", "How the record was kept");
  out << element("p", {{"class", "takeaway"}},
                 number(events) + " events of the record fall in " + in_words(quality.period) + ". " +
                     number(corrected) + " of them " + (corrected == 1 ? "has" : "have") +
                     " been corrected since; first values stay readable for ever.");
  constexpr html::PagePart parts[] = {{"late", "Late entry"},
                                      {"timing", "On which side of the deadline"},
                                      {"types", "By type, and corrections"},
                                      {"oddities", "What could not be read, and odd corrections"}};
  out << html::parts_of_page(parts);
  out << element("h2", {{"id", "late"}}, "Late entry");
  if (all.empty())
    out << html::paragraph("No event of the period has a known delay.");
  else
    out << delay_figure(view, all, unknown);
  out << element("h2", {{"id", "timing"}}, "On which side of the deadline");
  std::size_t number_of_figure = 0;
  Html timing;
  for (const ClockTiming& clock : quality.clocks)
    timing << timing_figure(view, clock, ++number_of_figure);
  out << (timing.empty() ? html::paragraph("No clock of the period was stopped by an event.") : timing);
  out << element("h2", {{"id", "types"}}, "By type, and corrections");
  out << types_table(view);
  out << workings(
      "Events of the period by type",
      html::paragraph("An event belongs to the period in which its act lies wholly. “Corrected since” counts "
                      "events that were amended, or voided and reinstated; voided ones no longer count and "
                      "stay readable in the ledger. Counts are as known at the ledger size of this report."));
  out << element("h2", {{"id", "oddities"}}, "What could not be read, and odd corrections");
  if (quality.unknown_types > 0)
    out << html::paragraph(
        count_of(static_cast<std::uint64_t>(quality.unknown_types), "events") +
        " of the record have a type that this program does not know: kept, and read by no figure.");
  if (quality.oddities.empty())
    out << html::paragraph("No correction came in an order that should not occur.");
  else if (view.published())
    out << html::paragraph(count_of(quality.oddities.size(), "corrections") +
                           " came in an order that should not occur.");
  else
    out << list_of(quality.oddities);
  return out;
}

} // namespace probity::pages
