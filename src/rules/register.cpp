#include "rules/register.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <tuple>

#include "rules/embedded.h"
#include "rules/reader.h"

namespace probity::rules {

using base::Day;
using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

auto order_of(const Row& row) {
  return std::tie(row.id, row.valid_from, row.published_on);
}

tl::unexpected<base::Error> not_a(std::string_view kind, const Row& row) {
  return fail(ErrorCode::invalid_input, fmt::format("{} is in {}, not {}", row.id, row.unit, kind),
              row.where);
}

// Name and text of every file, each behind its length, so that no two sets of files read alike.
base::Digest digest_of(const std::vector<RuleFile>& sorted) {
  std::string all;
  for (const RuleFile& file : sorted)
    all += fmt::format("{}:{}\n{}:{}\n", file.name.size(), file.name, file.text.size(), file.text);
  return base::sha256(base::bytes_of(all));
}

} // namespace

Result<std::int64_t> Row::integer() const {
  std::optional<base::Rational> number = base::Rational::parse_decimal(value);
  if (!number || number->denominator() != 1 || unit == "money" || unit == "holiday" || unit == "text")
    return not_a("a whole number", *this);
  return number->floor();
}

Result<base::Rational> Row::decimal() const {
  std::optional<base::Rational> number = base::Rational::parse_decimal(value);
  if (!number || unit == "money" || unit == "holiday" || unit == "text") return not_a("a number", *this);
  return *number;
}

Result<base::Money> Row::money() const {
  std::optional<base::Money> amount = base::parse_money(value);
  if (!amount || unit != "money") return not_a("money", *this);
  return *amount;
}

Result<Register> Register::parse(std::span<const RuleFile> files) {
  std::vector<RuleFile> sorted(files.begin(), files.end());
  std::sort(sorted.begin(), sorted.end(),
            [](const RuleFile& a, const RuleFile& b) { return a.name < b.name; });
  Register out;
  for (const RuleFile& file : sorted) {
    PROBITY_ASSIGN(std::vector<Row> rows, read_rows(file));
    std::move(rows.begin(), rows.end(), std::back_inserter(out.rows_));
  }
  std::stable_sort(out.rows_.begin(), out.rows_.end(),
                   [](const Row& a, const Row& b) { return order_of(a) < order_of(b); });
  auto twice = std::adjacent_find(out.rows_.begin(), out.rows_.end(),
                                  [](const Row& a, const Row& b) { return order_of(a) == order_of(b); });
  if (twice != out.rows_.end())
    return fail(ErrorCode::invalid_input,
                fmt::format("{} has the same id, valid_from and published_on as {}", std::next(twice)->id,
                            twice->where),
                std::next(twice)->where, "Keep one of them");
  out.digest_ = digest_of(sorted);
  return out;
}

Result<Register> Register::load(const std::string& directory) {
  std::error_code problem;
  std::vector<std::string> names;
  for (std::filesystem::directory_iterator at(directory, problem), end; !problem && at != end;
       at.increment(problem))
    if (at->path().extension() == ".toml") names.push_back(at->path().filename().string());
  if (problem) return fail(ErrorCode::io, "the rules cannot be read: " + problem.message(), directory);
  if (names.empty())
    return fail(ErrorCode::not_found, "there is no rule file here", directory, "Rule files are named *.toml");
  std::vector<std::string> texts;
  for (const std::string& name : names) {
    std::string path = (std::filesystem::path(directory) / name).string();
    std::ifstream in(path, std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    if (!in || !text) return fail(ErrorCode::io, "the rule file cannot be read", path);
    texts.push_back(text.str());
  }
  std::vector<RuleFile> files;
  for (std::size_t i = 0; i < names.size(); ++i)
    files.push_back({names[i], texts[i]});
  return parse(files);
}

std::span<const Row> Register::rows(std::string_view id) const {
  auto first = std::lower_bound(rows_.begin(), rows_.end(), id,
                                [](const Row& row, std::string_view wanted) { return row.id < wanted; });
  auto last = std::upper_bound(first, rows_.end(), id,
                               [](std::string_view wanted, const Row& row) { return wanted < row.id; });
  return {first, last};
}

Result<const Row*> Register::value(std::string_view id, Day on, Day known) const {
  std::span<const Row> candidates = rows(id);
  if (candidates.empty())
    return fail(ErrorCode::not_found, fmt::format("the register has no parameter {}", id), std::string(id));
  auto found = std::find_if(candidates.rbegin(), candidates.rend(),
                            [&](const Row& row) { return row.valid_from <= on && row.counts_by(known); });
  if (found == candidates.rend() || (found->valid_to && *found->valid_to < on))
    return fail(ErrorCode::not_found,
                fmt::format("no value of {} for {} was public on {}", id, to_text(on), to_text(known)),
                std::string(id));
  return &*found;
}

const Register& england_wales() {
  static const Register built_in = [] {
    Result<Register> parsed = Register::parse(england_wales_files());
    if (!parsed) base::broken_invariant(parsed.error().text().c_str(), __FILE__, __LINE__);
    return std::move(*parsed);
  }();
  return built_in;
}

} // namespace probity::rules
