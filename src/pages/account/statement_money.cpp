#include "html/chart/waterfall.h"
#include "pages/account/statement_sections.h"
#include "pages/wording.h"

namespace probity::pages {
namespace {

using base::Money;
using contract::Line;
using contract::LineKind;
using contract::Statement;
using html::Align;
using html::element;
using html::Html;

Html state_tag(Statement::State state) {
  switch (state) {
  case Statement::State::provisional:
    return html::tag("Provisional", html::Tone::attention);
  case Statement::State::determined:
    return html::tag("Determined", html::Tone::neutral);
  case Statement::State::final_:
    return html::tag("Final", html::Tone::good);
  }
  return {};
}

std::string state_meaning(const StatementView& view) {
  switch (view.statement.state) {
  case Statement::State::provisional:
    return "The period had not ended when this was computed: its lines may still change.";
  case Statement::State::determined:
    return "The period has ended. Later records may still correct it until " +
           in_words(base::add_months(view.statement.period.last(), view.terms.final_after_months)) + ".";
  case Statement::State::final_:
    return "Later records are shown but no longer change what is paid, except where a clause says that it is "
           "always restated.";
  }
  return {};
}

std::string providers_of(const Statement& statement) {
  if (statement.providers.empty()) return "the accountable bodies";
  if (statement.providers.size() > 3)
    return "the " + std::to_string(statement.providers.size()) + " providers";
  return listed(statement.providers);
}

std::string debt(const Statement& statement) {
  const bool provider_owes = statement.due.pence < 0;
  const std::string providers = providers_of(statement);
  const bool several = statement.providers.size() != 1;
  const std::string size = base::to_text(provider_owes ? -statement.due : statement.due);
  if (statement.due.pence == 0) return "Nothing is due between " + statement.authority + " and " + providers;
  if (provider_owes) return providers + (several ? " owe " : " owes ") + statement.authority + " " + size;
  return statement.authority + " owes " + providers + " " + size;
}

std::string capitalised(std::string words) {
  if (!words.empty() && words[0] >= 'a' && words[0] <= 'z')
    words[0] = static_cast<char>(words[0] - 'a' + 'A');
  return words;
}

// Two sentences, from the values that the panel and the lines show.
std::string takeaway(const Statement& statement) {
  const Line* largest = nullptr;
  std::size_t deductions = 0;
  for (const Line& line : statement.lines) {
    if (line.kind != LineKind::deduction || line.amount.pence >= 0) continue;
    ++deductions;
    if (largest == nullptr || line.amount < largest->amount) largest = &line;
  }
  std::string out = capitalised(debt(statement)) + " for " + in_words(statement.period) + ". ";
  if (largest == nullptr) return out + "Nothing was deducted for service levels.";
  const std::string of = plain_number(largest->quantity, 4) + " " + largest->unit;
  out += deductions == 1 ? "The one deduction is “"
                         : "The largest of " + std::to_string(deductions) + " deductions is “";
  return out + largest->title + "”: " + base::to_text(largest->amount) + " for " + of + ".";
}

// Its title, a link where the line is explained.
Html title_of(const StatementView& view, const Line& line) {
  const auto address = view.address ? view.address(line) : std::nullopt;
  if (!address) return named(line.title, line.id);
  Html out = element("a", {{"class", "govuk-link"}, html::href(*address)}, line.title);
  out << html::text(" ") << element("span", {{"class", "small"}}, html::code(line.id));
  return out;
}

html::Row line_row(const StatementView& view, const Line& line, bool several) {
  const Statement& statement = view.statement;
  html::Row out;
  out.id = "line-" + std::to_string(&line - statement.lines.data() + 1);
  out.cells.push_back(title_of(view, line));
  if (several) out.cells.push_back(html::text(line.provider));
  Html quantity = element("span", plain_number(line.quantity, 4));
  quantity << html::text(" ") << element("span", {{"class", "small"}}, line.unit);
  out.cells.push_back(std::move(quantity));
  out.cells.push_back(html::text(line.rate));
  out.cells.push_back(sum(line.amount));
  Html note;
  if (line.provisional) note << html::tag("Provisional", html::Tone::attention) << html::text(" ");
  std::string words = line.note;
  const auto add = [&](const std::string& more) { words += (words.empty() ? "" : "; ") + more; };
  if (!line.dimension.empty()) add(line.dimension);
  if (!line.authority.empty()) add("approved by " + line.authority);
  if (!line.version.empty()) add("terms as varied: " + line.version);
  if (!words.empty()) note << html::text(capitalised(words));
  out.cells.push_back(std::move(note));
  return out;
}

html::Row total_row(std::string_view label, Money money, bool several) {
  html::Row out;
  out.cells.push_back(html::text(label));
  if (several) out.cells.emplace_back();
  out.cells.emplace_back();
  out.cells.emplace_back();
  out.cells.push_back(sum(money));
  out.cells.emplace_back();
  return out;
}

std::string in_events(const std::vector<std::uint64_t>& indexes) {
  std::vector<std::string> names;
  for (const std::uint64_t index : indexes)
    names.push_back(std::to_string(index));
  if (names.empty()) return "No statement on record";
  return (names.size() == 1 ? "The statement of event " : "The statements of events ") + listed(names);
}

Html correction_table(const StatementView& view, std::string_view caption,
                      const std::vector<contract::Correction>& corrections) {
  html::Table table;
  table.caption = std::string(caption);
  table.columns = {{"Line"},
                   {"Issued", Align::numeric},
                   {"Now", Align::numeric},
                   {"Change", Align::numeric},
                   {"Corrects"}};
  for (const contract::Correction& correction : corrections)
    table.rows.push_back(
        {{title_of(view, correction.line), sum(correction.issued), sum(correction.line.amount),
          sum(correction.change), html::text(in_events(correction.supersedes))},
         ""});
  return html::table(table);
}

} // namespace

html::Html total_section(const StatementView& view) {
  const Statement& statement = view.statement;
  Html heading = element("span", {{"class", "caption"}}, statement.title);
  heading << html::text(" Statement for " + in_words(statement.period));
  Html out = element("h1", heading);
  out << element("p", state_tag(statement.state));
  if (statement.replayed)
    out << html::inset_text(
        html::paragraph("This is a replayed log: times were stamped by the submitter, not by the "
                        "log as records arrived."));

  Html panel = element("p", {{"class", "what"}}, "Total due");
  panel << element("p", {{"class", "sum"}}, base::to_text(statement.due));
  panel << element("p", statement.due.pence == 0 ? "Nothing to pay"
                        : statement.due.pence < 0
                            ? "From " + providers_of(statement) + " to " + statement.authority
                            : "From " + statement.authority + " to " + providers_of(statement));
  Html words = element("p", {{"class", "takeaway"}}, takeaway(statement));
  words << html::paragraph(state_meaning(view));
  Html headline = element("div", {{"class", "figure-panel"}}, panel);
  headline << element("div", words);
  out << element("div", {{"class", "headline"}}, headline);

  std::vector<html::SummaryRow> rows{
      {"Contract", html::code(statement.contract)},
      {"Authority", html::text(statement.authority)},
      {statement.providers.size() == 1 ? "Provider" : "Providers",
       html::text(statement.providers.empty() ? "Every accountable body of the record, each by itself"
                                              : listed(statement.providers))},
      {"Period", html::text(in_words(statement.period.first()) + " to " + in_words(statement.period.last()))},
      {"As known",
       html::text("on " + in_words(statement.known_on) + ", at " + count_of(statement.size, "events"))}};
  out << html::summary_list(rows);
  return out;
}

html::Html bridge_section(const StatementView& view) {
  html::Waterfall waterfall;
  waterfall.head.id = "bridge-figure";
  waterfall.head.title =
      "How " + base::to_text(view.statement.due) + " comes about for " + in_words(view.statement.period);
  waterfall.head.method = html::paragraph(
      "Each bar begins where the one above ends. The lines of the statement are added up clause by clause, "
      "fees "
      "first, then what is taken off and given back, then corrections of earlier periods. Every line is "
      "computed "
      "exactly and rounded once, to the penny; the table under “Lines” says what each is made of.");
  for (const Step& step : view.steps) {
    html::WaterfallStep drawn;
    drawn.kind =
        step.kind == Step::Kind::sum ? html::WaterfallStep::Kind::sum : html::WaterfallStep::Kind::change;
    drawn.label = step.label;
    drawn.amount = step.amount;
    drawn.after = step.after;
    drawn.shown = step.part.empty() ? html::text(step.label) : html::link_to_part(step.part, step.label);
    if (step.lines > 1)
      drawn.shown << html::text(" ") << element("span", {{"class", "small"}}, count_of(step.lines, "lines"));
    waterfall.steps.push_back(std::move(drawn));
  }
  Html out = section_heading("bridge", "How the sum comes about");
  out << html::figure(waterfall);
  return out;
}

html::Html lines_section(const StatementView& view) {
  const Statement& statement = view.statement;
  Html out = section_heading("lines", "Lines");
  if (statement.lines.empty()) {
    out << html::paragraph("The contract has no line for this period.");
    return out;
  }
  const bool several = statement.providers.size() != 1;
  html::Table table;
  table.caption = "Lines of " + in_words(statement.period);
  table.columns.push_back({"Line"});
  if (several) table.columns.push_back({"Provider"});
  table.columns.push_back({"Quantity", Align::numeric});
  table.columns.push_back({"Rate"});
  table.columns.push_back({"Amount", Align::numeric});
  table.columns.push_back({"Note"});
  for (const Line& line : statement.lines)
    table.rows.push_back(line_row(view, line, several));
  for (const Step& step : view.steps)
    if (step.part.empty() || step.part == "corrections") // what is no line of this period
      table.totals.push_back(total_row(step.label, step.amount, several));
  out << html::paragraph(
      "Every line is computed exactly and rounded once, to the penny. A minus is money due "
      "from the provider.");
  out << html::table(table);
  return out;
}

html::Html corrections_section(const StatementView& view) {
  const Statement& statement = view.statement;
  Html out = section_heading("corrections", "Corrections, earlier periods and payments");
  if (statement.corrections.empty())
    out << html::paragraph("No period that was issued before has changed.");
  else
    out << html::paragraph(
               "Records that came later changed these lines. The statements that they correct stand as "
               "they were issued; the changes count in this total.")
        << correction_table(view, "Corrections of earlier periods, in the total", statement.corrections);
  if (!statement.drift.empty())
    out << html::paragraph(
               "These lines would be different today, but their periods are final or their clauses "
               "are not restated.")
        << correction_table(view, "Changes that came too late to be paid, outside the total",
                            statement.drift);
  if (!statement.earlier.empty()) {
    html::Table table;
    table.caption = "Earlier periods never issued, outside the total";
    table.narrow = html::Narrow::keep;
    table.columns = {{"Period"}, {"Entitlement", Align::numeric}};
    for (const contract::EarlierPeriod& earlier : statement.earlier)
      table.rows.push_back({{html::text(in_words(earlier.period)), sum(earlier.amount)}, ""});
    out << html::paragraph("No statement was issued for these periods. Each needs its own.")
        << html::table(table);
  }
  if (statement.payments.empty()) {
    out << html::paragraph("No payment for this period is on record.");
    return out;
  }
  html::Table paid;
  paid.caption = "Payments made to the provider for this period";
  paid.narrow = html::Narrow::keep;
  paid.columns = {{"Record"}, {"Amount", Align::numeric}};
  for (const contract::Payment& payment : statement.payments)
    paid.rows.push_back({{html::text("Event " + std::to_string(payment.event)), sum(payment.amount)}, ""});
  out << html::table(paid);
  return out;
}

} // namespace probity::pages
