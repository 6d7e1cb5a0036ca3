#include "pages/account/statement_page.h"

#include <gmock/gmock-matchers.h>
#include <gtest/gtest.h>

namespace probity::pages {
namespace {

using base::Money;
using contract::Line;
using contract::LineKind;
using contract::ServiceLevel;
using contract::Settlement;
using contract::Statement;
using testing::HasSubstr;
using testing::Not;

constexpr std::string_view file = R"toml(
schema = 1
id = "s3"
title = "Releases & plans"
zone = "Europe/London"
authority = "Ministry of Justice"
provider = "CRC1"
term = { from = "2016-01-01", to = "2016-12-31" }
periods = { unit = "month", final_after_months = 18 }

[[fee]]
id = "service_fee"
title = "Service fee"
source = "Schedule 9"
kind = "annual"
amount = "£120,000.00"
rounding = "half_away_from_zero"
restate = "until_final"
reading.a_grant = { kind = "grant", amount = "£60,000.00", source = "Schedule 10" }

[[measure]]
id = "release_recorded"
title = "Releases recorded on the day"
source = "Practitioners' accounts of 2017"
assumed = ["owner_on", "linked"]
counts = "recorded"
one_clock_per = "custody"
start = { event = "custody.release_notified", at = "valid" }
stop = { event = "custody.release_recorded", at = "recorded" }
limit = { n = 0, unit = "calendar_day" }
period_of = "due"
owner_on = "due"
schedule = "last"
calendar_known = "start"
linked = "one_person"
exclude = ["custody.release_cancelled"]
zero_cases = "not_measured"
amended = "first_recorded"
imported = "excluded"
as_written = "strict"
reading.notified = { start = { event = "custody.release_notified", at = "later_of_valid_and_recorded" } }
rewards = "entering the release on the day"
leaves_undone = "anything for the person on that day"

[[deduction]]
id = "release_penalty"
title = "Release not recorded on the day"
source = "Practitioners' accounts of 2017"
of = "release_recorded"
per = "missed"
amount = "-£2,000.00"
rounding = "half_away_from_zero"
restate = "until_final"
)toml";

const contract::Contract& made() {
  static const contract::Contract contract = [] {
    auto read = contract::Contract::parse(file, "s3.toml");
    if (!read) ADD_FAILURE() << read.error().text();
    return *read;
  }();
  return contract;
}

contract::Period march() {
  return {*base::parse_month("2016-03"), 1, "2016-03"};
}

Line line(LineKind kind, std::string clause, std::string title, std::int64_t pence) {
  Line out;
  out.id = "s3/2016-03/" + clause + "/" + (kind == LineKind::waiver ? "2" : "1");
  out.kind = kind;
  out.clause = std::move(clause);
  out.title = std::move(title);
  out.period = march();
  out.provider = "CRC1";
  out.quantity = kind == LineKind::deduction ? 4 : 1;
  out.unit = kind == LineKind::deduction ? "cases" : "instalment";
  out.rate = kind == LineKind::deduction ? "-£2,000.00 a case" : "1/12 of the year's £120,000.00";
  out.amount = Money{pence};
  return out;
}

ServiceLevel level(std::string measure, std::string title, std::int64_t met, std::int64_t missed) {
  ServiceLevel out;
  out.measure = std::move(measure);
  out.title = std::move(title);
  out.counts = "recorded";
  out.reading = "strict";
  out.provider = "CRC1";
  out.cell.met = met;
  out.cell.missed = missed;
  out.counted = met + missed;
  out.measured = out.counted > 0;
  if (out.measured) out.achieved = base::Rational::of(met * 100, out.counted);
  out.target = base::Rational(97);
  return out;
}

contract::Evidence missed_case() {
  contract::Evidence out;
  out.key = {"release_recorded", "strict", "CRC1", march(), ""};
  out.person.bytes.fill(0xB0);
  out.state = duty::State::missed;
  out.events = {18, 24};
  out.sentence = "recorded 2016-03-02, due 2016-03-01: missed";
  return out;
}

// March 2016: a fee, a deduction for four cases, half of it waived.
Settlement settled() {
  Settlement out;
  Statement& statement = out.statement;
  statement.contract = "s3";
  statement.title = made().terms().title;
  statement.authority = made().terms().authority;
  statement.providers = {"CRC1"};
  statement.period = march();
  statement.origin = "case/s3";
  statement.zone = "Europe/London";
  statement.size = 1042;
  statement.root.bytes.fill(0x5A);
  statement.known_on = *base::parse_day("2016-05-03");
  statement.terms = made().file_hash();
  statement.rules.bytes.fill(0x3C);
  statement.lines = {
      line(LineKind::fee, "service_fee", "Service fee", 1'000'000),
      line(LineKind::deduction, "release_penalty", "Release not recorded on the day", -800'000),
      line(LineKind::waiver, "release_penalty", "Release not recorded on the day, waived", 400'000)};
  statement.lines[2].authority = "Contract board";
  statement.levels = {level("release_recorded", "Releases recorded on the day", 6, 4),
                      level("release_seen", "People seen on the day", 3, 7)};
  statement.levels[0].twin = "release_seen";
  statement.levels[0].cell.excluded["custody.release_cancelled"] = 2;
  statement.total = Money{600'000};
  statement.due = Money{600'000};
  out.evidence = {missed_case()};
  return out;
}

std::string between(const std::string& page, std::string_view from, std::string_view to) {
  const std::size_t start = page.find(from);
  if (start == std::string::npos) return {};
  return page.substr(start, page.find(to, start + from.size()) - start);
}

std::string section(const std::string& page, std::string_view id) {
  return between(page, "<h2 id=\"" + std::string(id) + "\">", "<h2 ");
}

std::size_t times(const std::string& text, std::string_view wanted) {
  std::size_t out = 0;
  for (std::size_t at = text.find(wanted); at != std::string::npos; at = text.find(wanted, at + 1))
    ++out;
  return out;
}

TEST(StatementPage, ShowsTheSumDueAndSaysItInWords) {
  const std::string page = statement_page(settled(), made());
  EXPECT_THAT(page, HasSubstr("<p class=\"sum\">£6,000.00</p><p>From Ministry of Justice to CRC1</p>"));
  EXPECT_THAT(page, HasSubstr("Ministry of Justice owes CRC1 £6,000.00 for March 2016. The one deduction is "
                              "“Release not recorded on the day”: -£8,000.00 for 4 cases."));
}

TEST(StatementPage, SaysWhenTheProviderOwes) {
  Settlement settlement = settled();
  settlement.statement.total = settlement.statement.due = Money{-5};
  EXPECT_THAT(statement_page(settlement, made()),
              HasSubstr("CRC1 owes Ministry of Justice £0.05 for March 2016."));
  settlement.statement.providers = {"CRC1", "CRC2"};
  EXPECT_THAT(statement_page(settlement, made()),
              HasSubstr("CRC1 and CRC2 owe Ministry of Justice £0.05 for March 2016."));
}

TEST(StatementPage, EveryLineStandsOnceInTheTableOfLines) {
  const Settlement settlement = settled();
  const std::string lines = section(statement_page(settlement, made()), "lines");
  for (const Line& one : settlement.statement.lines) {
    EXPECT_EQ(times(lines, "<code>" + one.id + "</code>"), 1U) << one.id;
    EXPECT_THAT(lines, HasSubstr("<div>" + base::to_text(one.amount) + "</div>"));
  }
  EXPECT_THAT(lines, HasSubstr("Approved by Contract board"));
}

TEST(StatementPage, ServiceLevelsStandOnTheirCountsBesideTheirTwins) {
  const std::string levels = section(statement_page(settled(), made()), "levels");
  EXPECT_THAT(levels, HasSubstr("<div>60.00 %</div>"));
  EXPECT_THAT(levels, HasSubstr("Below target"));
  EXPECT_THAT(levels, HasSubstr("2 excluded: custody release cancelled"));
  EXPECT_THAT(levels, HasSubstr("People seen on the day: 3 of 10"));
}

TEST(StatementPage, AMeasureWithoutCasesSaysSo) {
  Settlement settlement = settled();
  settlement.statement.levels = {level("release_recorded", "Releases recorded on the day", 0, 0)};
  const std::string levels = section(statement_page(settlement, made()), "levels");
  EXPECT_THAT(levels, HasSubstr("No cases"));
  EXPECT_THAT(levels, Not(HasSubstr("0.00 %")));
}

TEST(StatementPage, RoundingDoesNotHideThatATargetWasMissed) {
  Settlement settlement = settled();
  settlement.statement.levels = {level("release_recorded", "Releases recorded on the day", 969'999, 30'001)};
  const std::string levels = section(statement_page(settlement, made()), "levels");
  EXPECT_THAT(levels, HasSubstr("96.999900 %"));
  EXPECT_THAT(levels, HasSubstr("Below target"));
}

TEST(StatementPage, ListsTheMissedCasesOfADeduction) {
  const std::string cases = section(statement_page(settled(), made()), "deductions");
  EXPECT_THAT(cases, HasSubstr(missed_case().person.hex()));
  EXPECT_THAT(cases, HasSubstr("recorded 2016-03-02, due 2016-03-01: missed"));
  EXPECT_THAT(cases, HasSubstr("Events 18 and 24"));
}

TEST(StatementPage, ALogWhoseTimesWereSubmittedIsCalledThat) {
  Settlement settlement = settled();
  EXPECT_THAT(statement_page(settlement, made()), Not(HasSubstr("stamped by the submitter")));
  settlement.statement.replayed = true;
  EXPECT_THAT(statement_page(settlement, made()),
              HasSubstr("replayed log: times were stamped by the submitter"));
}

TEST(StatementPage, SaysWhatItWasComputedFrom) {
  const std::string basis = section(statement_page(settled(), made()), "basis");
  for (const std::string& fact :
       {std::string("case/s3"), std::string("1,042 events"), std::string("3 May 2016"),
        settled().statement.root.hex(), made().file_hash().hex(), settled().statement.rules.hex()})
    EXPECT_THAT(basis, HasSubstr(fact));
}

TEST(StatementPage, CorrectionsCiteWhatTheyCorrectAndDriftStaysApart) {
  Settlement settlement = settled();
  contract::Correction correction;
  correction.line = line(LineKind::deduction, "release_penalty", "Release not recorded on the day", -600'000);
  correction.line.id = "s3/2016-02/release_penalty/1";
  correction.issued = Money{-800'000};
  correction.change = Money{200'000};
  correction.supersedes = {77};
  settlement.statement.corrections = {correction};
  settlement.statement.total = settlement.statement.due = Money{800'000};
  correction.line.id = "s3/2016-01/release_penalty/1";
  settlement.statement.drift = {correction};
  settlement.statement.earlier = {{march(), Money{123}}};
  const std::string page = statement_page(settlement, made());
  const std::string corrections = section(page, "corrections");
  EXPECT_THAT(corrections, HasSubstr("The statement of event 77"));
  EXPECT_THAT(corrections, HasSubstr("s3/2016-02/release_penalty/1"));
  EXPECT_THAT(between(corrections, "too late to be paid", "</table>"),
              HasSubstr("s3/2016-01/release_penalty/1"));
  EXPECT_THAT(between(corrections, "never issued", "</table>"), HasSubstr("£1.23"));
  EXPECT_THAT(between(page, "<tfoot", "</tfoot>"), HasSubstr("£2,000.00"));
}

TEST(StatementPage, ReliefsAndPaymentsStandWithTheirRecords) {
  Settlement settlement = settled();
  contract::ReliefShown relief;
  relief.state = contract::ReliefShown::State::granted;
  relief.clause = "release_recorded";
  relief.person = missed_case().person.hex();
  relief.due = base::day_of(2016, 3, 1);
  relief.reason = "prison_delay";
  relief.authority = "Contract board";
  relief.event = 91;
  settlement.statement.reliefs = {relief};
  settlement.statement.payments = {{Money{555'000}, 112}};
  const std::string page = statement_page(settlement, made());
  const std::string reliefs = between(section(page, "deductions"), "Relief: cases", "</table>");
  for (const char* shown : {"Granted", "1 March 2016", "prison delay", "Contract board", "Event 91"})
    EXPECT_THAT(reliefs, HasSubstr(shown));
  const std::string payments = between(section(page, "corrections"), "Payments made", "</table>");
  EXPECT_THAT(payments, HasSubstr("£5,550.00"));
  EXPECT_THAT(payments, HasSubstr("Event 112"));
}

TEST(StatementPage, CohortsStandBesideWhatWasExpectedOfThem) {
  Settlement settlement = settled();
  contract::OutcomeShown& shown = settlement.statement.outcomes.emplace_back();
  shown.title = "Proven reoffending";
  shown.state = contract::OutcomeShown::State::determined;
  shown.cohort = {*base::parse_month("2014-01"), 3};
  shown.counts.cohort = {1286, 607, 2440};
  shown.words = "47.20 reoffenders a hundred people against 50.00: no change";
  const std::string part = section(statement_page(settlement, made()), "outcome-payments");
  for (const char* said :
       {"Proven reoffending", "2014-01..2014-03", "Determined", "1,286", "2,440", "against 50.00"})
    EXPECT_THAT(part, HasSubstr(said));
  EXPECT_THAT(statement_page(settled(), made()), Not(HasSubstr("outcome-payments")));
}

TEST(StatementPage, WhatIsOnTheAccountAlreadyIsTakenOff) {
  Settlement settlement = settled();
  settlement.statement.issued_already = Money{550'000};
  settlement.statement.due = Money{50'000};
  const std::string page = statement_page(settlement, made());
  EXPECT_THAT(page, HasSubstr("<p class=\"sum\">£500.00</p>"));
  EXPECT_THAT(between(page, "<tfoot", "</tfoot>"), HasSubstr("-£5,500.00"));
}

TEST(StatementPage, TheCommandsComputeThisVeryStatement) {
  Settlement settlement = settled();
  settlement.statement.readings = {{"release_recorded", "notified"}};
  const std::string check =
      section(statement_page(settlement, made(), {"area of March.ledger", "s3.toml", ""}), "check");
  EXPECT_THAT(
      check, HasSubstr("probity settle --ledger &#39;area of March.ledger&#39; --contract s3.toml --as-known "
                       "1042 --reading release_recorded=notified --period 2016-03"));
  EXPECT_THAT(check, HasSubstr(" s3/2016-03/release_penalty/1"));
  EXPECT_THAT(check, HasSubstr("probity verify --ledger &#39;area of March.ledger&#39;"));
}

TEST(StatementPage, NamesWhatIsAssumedAndHowMeasuresWereRead) {
  const std::string clauses = section(statement_page(settled(), made()), "clauses");
  EXPECT_THAT(clauses, HasSubstr("owner on and linked"));
  EXPECT_THAT(clauses, HasSubstr("The contract as written; it can also be read notified"));
  EXPECT_THAT(clauses, HasSubstr("Schedule 9"));
}

TEST(StatementPage, SaysHowAFeeWasReadAndThatItCanBeReadOtherwise) {
  Settlement settlement = settled();
  EXPECT_THAT(section(statement_page(settlement, made()), "clauses"),
              HasSubstr("fee, read as written; it can also be read a grant"));
  settlement.statement.readings = {{"service_fee", "a_grant"}};
  const std::string clauses = section(statement_page(settlement, made()), "clauses");
  EXPECT_THAT(clauses, HasSubstr("grant, read as a grant; it can also be read as written"));
  EXPECT_THAT(clauses, HasSubstr("Schedule 10"));
  EXPECT_THAT(clauses, Not(HasSubstr("Schedule 9")));
}

TEST(StatementPage, HostileTextsStayTexts) {
  const std::string hostile = "</title></style><script>alert(\"x\")</script><img src=x onerror='y'>&";
  Settlement settlement = settled();
  Statement& statement = settlement.statement;
  statement.contract = statement.title = statement.authority = statement.origin = statement.zone = hostile;
  statement.providers = {hostile, hostile};
  statement.readings = {{hostile, hostile}};
  for (Line& one : statement.lines) {
    one.title = one.note = one.unit = one.rate = one.provider = one.authority = one.dimension = hostile;
    one.version = hostile;
    one.id = "s3/2016-03/" + hostile;
  }
  for (ServiceLevel& one : statement.levels) {
    one.title = one.counts = one.reading = one.provider = one.measure = one.twin = hostile;
    one.cell.excluded[hostile] = 1;
  }
  settlement.evidence[0].sentence = hostile;
  settlement.evidence[0].key.provider = hostile;
  contract::Correction correction;
  correction.line = statement.lines[0];
  statement.corrections = statement.drift = {correction};
  const std::string page = statement_page(settlement, made(), {hostile, hostile, hostile});
  const std::string clean = statement_page(settled(), made());
  EXPECT_THAT(page, Not(HasSubstr("<script")));
  EXPECT_THAT(page, Not(HasSubstr("<img")));
  EXPECT_EQ(times(page, "</title>"), times(clean, "</title>"));
  EXPECT_EQ(times(page, "</style>"), times(clean, "</style>"));
  EXPECT_THAT(page, HasSubstr("&lt;script&gt;alert(&quot;x&quot;)"));
}

TEST(StatementPage, TheSameSettlementGivesTheSameBytes) {
  EXPECT_EQ(statement_page(settled(), made()), statement_page(settled(), made()));
}

TEST(StatementPage, AStatementWithoutLinesIsAPageToo) {
  Settlement settlement = settled();
  settlement.statement.lines.clear();
  settlement.statement.levels.clear();
  settlement.statement.total = settlement.statement.due = Money{};
  const std::string page = statement_page(settlement, made());
  EXPECT_THAT(page, HasSubstr("Nothing is due between Ministry of Justice and CRC1 for March 2016."));
  EXPECT_THAT(page, HasSubstr("The contract has no line for this period."));
}

} // namespace
} // namespace probity::pages
