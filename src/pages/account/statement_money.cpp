#include <fmt/format.h>

#include "html/chart/waterfall.h"
#include "pages/account/statement_sections.h"
#include "pages/account/statement_words.h"
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
  const StatementWords& words = statement_words();
  switch (state) {
  case Statement::State::provisional:
    return html::tag(words.provisional, html::Tone::attention);
  case Statement::State::determined:
    return html::tag(words.determined, html::Tone::neutral);
  case Statement::State::final_:
    return html::tag(words.final_state, html::Tone::good);
  }
  return {};
}

std::string state_meaning(const StatementView& view) {
  const StatementWords& words = statement_words();
  switch (view.statement.state) {
  case Statement::State::provisional:
    return std::string(words.provisional_meaning);
  case Statement::State::determined:
    return fmt::format(
        fmt::runtime(words.determined_meaning),
        in_words(base::add_months(view.statement.period.last(), view.terms.final_after_months)));
  case Statement::State::final_:
    return std::string(words.final_meaning);
  }
  return {};
}

std::string providers_of(const Statement& statement) {
  if (statement.providers.empty()) return std::string(statement_words().accountable_bodies);
  if (statement.providers.size() > 3)
    return fmt::format(fmt::runtime(statement_words().number_of_providers), statement.providers.size());
  return listed(statement.providers);
}

std::string debt(const Statement& statement) {
  const StatementWords& words = statement_words();
  const bool provider_owes = statement.due.pence < 0;
  const std::string providers = providers_of(statement);
  const bool several = statement.providers.size() != 1;
  const std::string period = in_words(statement.period);
  if (statement.due.pence == 0)
    return fmt::format(fmt::runtime(words.nothing_is_due), statement.authority, providers, period);
  if (provider_owes)
    return fmt::format(fmt::runtime(several ? words.several_owe : words.one_owes), providers,
                       statement.authority, base::to_text(-statement.due), period);
  return fmt::format(fmt::runtime(words.one_owes), statement.authority, providers,
                     base::to_text(statement.due), period);
}

std::string capitalised(std::string sentence) {
  if (!sentence.empty() && sentence[0] >= 'a' && sentence[0] <= 'z')
    sentence[0] = static_cast<char>(sentence[0] - 'a' + 'A');
  return sentence;
}

// Two sentences, from the values that the panel and the lines show.
std::string takeaway(const Statement& statement) {
  const StatementWords& words = statement_words();
  const Line* largest = nullptr;
  std::size_t deductions = 0;
  for (const Line& line : statement.lines) {
    if (line.kind != LineKind::deduction || line.amount.pence >= 0) continue;
    ++deductions;
    if (largest == nullptr || line.amount < largest->amount) largest = &line;
  }
  const std::string out = capitalised(debt(statement)) + " ";
  if (largest == nullptr) return out + std::string(words.nothing_deducted_for_levels);
  const std::string amount = base::to_text(largest->amount);
  const std::string quantity = plain_number(largest->quantity, 4);
  if (deductions == 1)
    return out +
           fmt::format(fmt::runtime(words.one_deduction), largest->title, amount, quantity, largest->unit);
  return out + fmt::format(fmt::runtime(words.largest_deduction), deductions, largest->title, amount,
                           quantity, largest->unit);
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
  const StatementWords& words = statement_words();
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
  if (line.provisional) note << html::tag(words.provisional, html::Tone::attention) << html::text(" ");
  std::string remarks = line.note;
  const auto add = [&](const std::string& more) { remarks += (remarks.empty() ? "" : "; ") + more; };
  if (!line.dimension.empty()) add(line.dimension);
  if (!line.authority.empty()) add(fmt::format(fmt::runtime(words.approved_by), line.authority));
  if (!line.version.empty()) add(fmt::format(fmt::runtime(words.terms_as_varied), line.version));
  if (!remarks.empty()) note << html::text(capitalised(remarks));
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
  const StatementWords& words = statement_words();
  if (names.empty()) return std::string(words.no_statement_on_record);
  return fmt::format(fmt::runtime(names.size() == 1 ? words.statement_of_event : words.statements_of_events),
                     listed(names));
}

Html correction_table(const StatementView& view, std::string_view caption,
                      const std::vector<contract::Correction>& corrections) {
  const StatementWords& words = statement_words();
  html::Table table;
  table.caption = std::string(caption);
  table.columns = {{std::string(words.line)},
                   {std::string(words.issued), Align::numeric},
                   {std::string(words.now), Align::numeric},
                   {std::string(words.change), Align::numeric},
                   {std::string(words.corrects)}};
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
  const StatementWords& words = statement_words();
  Html heading = element("span", {{"class", "caption"}}, statement.title);
  heading << html::text(" " + fmt::format(fmt::runtime(words.statement_for), in_words(statement.period)));
  Html out = element("h1", heading);
  out << element("p", state_tag(statement.state));
  if (statement.replayed) out << html::inset_text(html::paragraph(words.replayed_log));

  Html panel = element("p", {{"class", "what"}}, words.total_due);
  panel << element("p", {{"class", "sum"}}, base::to_text(statement.due));
  const std::string providers = providers_of(statement);
  if (statement.due.pence == 0)
    panel << html::paragraph(words.nothing_to_pay);
  else if (statement.due.pence < 0)
    panel << html::paragraph(fmt::format(fmt::runtime(words.from_to), providers, statement.authority));
  else
    panel << html::paragraph(fmt::format(fmt::runtime(words.from_to), statement.authority, providers));
  Html beside = element("p", {{"class", "takeaway"}}, takeaway(statement));
  beside << html::paragraph(state_meaning(view));
  Html headline = element("div", {{"class", "figure-panel"}}, panel);
  headline << element("div", beside);
  out << element("div", {{"class", "headline"}}, headline);

  std::vector<html::SummaryRow> rows{
      {std::string(words.contract), html::code(statement.contract)},
      {std::string(words.authority), html::text(statement.authority)},
      {std::string(statement.providers.size() == 1 ? words.provider : words.providers),
       html::text(statement.providers.empty() ? std::string(words.every_body) : listed(statement.providers))},
      {std::string(words.period),
       html::text(fmt::format(fmt::runtime(words.first_to_last_day), in_words(statement.period.first()),
                              in_words(statement.period.last())))},
      {std::string(words.as_known),
       html::text(fmt::format(fmt::runtime(words.known_on_day_at_size), in_words(statement.known_on),
                              count_of(statement.size, words.events)))}};
  out << html::summary_list(rows);
  return out;
}

html::Html bridge_section(const StatementView& view) {
  const StatementWords& words = statement_words();
  html::Waterfall waterfall;
  waterfall.head.id = "bridge-figure";
  waterfall.head.title = fmt::format(fmt::runtime(words.sum_comes_about), base::to_text(view.statement.due),
                                     in_words(view.statement.period));
  waterfall.head.method = html::paragraph(words.bridge_method);
  for (const Step& step : view.steps) {
    html::WaterfallStep drawn;
    drawn.kind =
        step.kind == Step::Kind::sum ? html::WaterfallStep::Kind::sum : html::WaterfallStep::Kind::change;
    drawn.label = step.label;
    drawn.amount = step.amount;
    drawn.after = step.after;
    drawn.shown = step.part.empty() ? html::text(step.label) : html::link_to_part(step.part, step.label);
    if (step.lines > 1)
      drawn.shown << html::text(" ")
                  << element("span", {{"class", "small"}}, count_of(step.lines, words.number_of_lines));
    waterfall.steps.push_back(std::move(drawn));
  }
  Html out = section_heading("bridge", words.how_the_sum_comes_about);
  out << html::figure(waterfall);
  return out;
}

html::Html lines_section(const StatementView& view) {
  const Statement& statement = view.statement;
  const StatementWords& words = statement_words();
  Html out = section_heading("lines", words.lines);
  if (statement.lines.empty()) {
    out << html::paragraph(words.no_lines);
    return out;
  }
  const bool several = statement.providers.size() != 1;
  html::Table table;
  table.caption = fmt::format(fmt::runtime(words.lines_of_period), in_words(statement.period));
  table.columns.push_back({std::string(words.line)});
  if (several) table.columns.push_back({std::string(words.provider)});
  table.columns.push_back({std::string(words.quantity), Align::numeric});
  table.columns.push_back({std::string(words.rate)});
  table.columns.push_back({std::string(words.amount), Align::numeric});
  table.columns.push_back({std::string(words.note)});
  for (const Line& line : statement.lines)
    table.rows.push_back(line_row(view, line, several));
  for (const Step& step : view.steps)
    if (step.part.empty() || step.part == "corrections") // what is no line of this period
      table.totals.push_back(total_row(step.label, step.amount, several));
  out << html::paragraph(words.lines_explained);
  out << html::table(table);
  return out;
}

html::Html corrections_section(const StatementView& view) {
  const Statement& statement = view.statement;
  const StatementWords& words = statement_words();
  Html out = section_heading("corrections", words.corrections_and_payments);
  if (statement.corrections.empty())
    out << html::paragraph(words.no_period_changed);
  else
    out << html::paragraph(words.corrections_explained)
        << correction_table(view, words.corrections_in_total, statement.corrections);
  if (!statement.drift.empty())
    out << html::paragraph(words.drift_explained)
        << correction_table(view, words.drift_outside_total, statement.drift);
  if (!statement.earlier.empty()) {
    html::Table table;
    table.caption = words.earlier_periods;
    table.narrow = html::Narrow::keep;
    table.columns = {{std::string(words.period)}, {std::string(words.entitlement), Align::numeric}};
    for (const contract::EarlierPeriod& earlier : statement.earlier)
      table.rows.push_back({{html::text(in_words(earlier.period)), sum(earlier.amount)}, ""});
    out << html::paragraph(words.earlier_periods_explained) << html::table(table);
  }
  if (statement.payments.empty()) {
    out << html::paragraph(words.no_payment);
    return out;
  }
  html::Table paid;
  paid.caption = words.payments_made;
  paid.narrow = html::Narrow::keep;
  paid.columns = {{std::string(words.record)}, {std::string(words.amount), Align::numeric}};
  for (const contract::Payment& payment : statement.payments)
    paid.rows.push_back(
        {{html::text(fmt::format(fmt::runtime(words.one_event), payment.event)), sum(payment.amount)}, ""});
  out << html::table(paid);
  return out;
}

} // namespace probity::pages
