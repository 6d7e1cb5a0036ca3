#include "risk/vectors.h"

#include <algorithm>
#include <optional>

#include "base/money.h"

namespace probity::risk {
namespace {

using base::ErrorCode;

// Where a column stands, by its place in the file's header.
struct Layout {
  std::optional<std::size_t> id;
  std::vector<std::pair<std::string, std::size_t>> inputs;
  std::vector<std::pair<std::string, std::size_t>> expects;
};

bool holds(const std::vector<std::string>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

std::string listed(const std::vector<std::string>& names) {
  std::string out;
  for (const std::string& name : names)
    out.append(out.empty() ? "" : ", ").append(name);
  return out;
}

bool only_describes(std::string_view column) {
  return column == "id" || column == "basis" || column == "class" || column == "source";
}

base::Result<Layout> layout_of(const VectorFile& file, const VectorAlgorithm& algorithm) {
  Layout out;
  const std::string header = "line 1";
  for (std::size_t place = 0; place < file.header.size(); ++place) {
    const std::string& name = file.header[place];
    const auto same = std::count(file.header.begin(), file.header.end(), name);
    if (same > 1)
      return base::fail(ErrorCode::invalid_input, "the column " + name + " stands twice", header,
                        "take one out");
    if (name == "id") out.id = place;
    if (holds(algorithm.inputs, name))
      out.inputs.emplace_back(name, place);
    else if (holds(algorithm.expects, name))
      out.expects.emplace_back(name, place);
    else if (!only_describes(name))
      return base::fail(ErrorCode::invalid_input, "the column \"" + name + "\" is not known", header,
                        "columns of " + file.algorithm + ".csv: " + listed(algorithm.inputs) + "; " +
                            listed(algorithm.expects));
  }
  for (const std::string& name : algorithm.inputs)
    if (!holds(file.header, name))
      return base::fail(ErrorCode::invalid_input, "the column " + name + " is missing", header,
                        "add it; leave a cell blank where it was not given");
  if (out.expects.empty())
    return base::fail(ErrorCode::invalid_input, "no column says what is expected", header,
                      "add one of " + listed(algorithm.expects));
  return out;
}

bool same_value(std::string_view expected, std::string_view got) {
  if (expected == got) return true;
  constexpr std::size_t longest = 18;
  // Coefficients are too long for exact fractions, or have an exponent: they are the same if they read alike.
  if (expected.size() > longest || got.size() > longest || got.find('e') != std::string_view::npos) {
    const auto one = parse_number(expected);
    const auto other = parse_number(got);
    return one && other && *one == *other;
  }
  const auto left = base::Rational::parse_decimal(expected);
  const auto right = base::Rational::parse_decimal(got);
  return left && right && *left == *right;
}

// Whether one of the reasons (joined by "|") is the one that is expected.
bool same_reason(std::string_view expected, std::string_view got) {
  if (got.empty()) return false;
  if (expected == "ERROR" || expected == "UNEXPECTED_ERROR") return true;
  while (!got.empty()) {
    const std::string_view one = got.substr(0, got.find('|'));
    if (one == expected) return true;
    got.remove_prefix(std::min(got.size(), one.size() + 1));
  }
  return false;
}

std::string_view value_of(const Answers& answers, std::string_view column) {
  for (const auto& [name, text] : answers)
    if (name == column) return text;
  return {};
}

class Checker {
 public:
  Checker(const VectorAlgorithm& algorithm, const Layout& layout) : algorithm_(algorithm), layout_(layout) {}

  base::Result<void> check(const VectorRow& row) {
    Given given;
    for (const auto& [name, place] : layout_.inputs)
      given.emplace(name, row.cells[place]);
    PROBITY_ASSIGN(const Answers answers, algorithm_.answer(given));
    const std::size_t before = check_.failures.size();
    bool asserted = false;
    for (const auto& [name, place] : layout_.expects) {
      const std::string& expected = row.cells[place];
      if (expected.empty() && algorithm_.blank == Blank::not_asserted) continue;
      asserted = true;
      const std::string_view got = value_of(answers, name);
      const bool same = name == "expect_error" ? same_reason(expected, got) : same_value(expected, got);
      if (!same) fail(row, name, expected, got);
    }
    if (!asserted && value_of(answers, "expect_error").empty())
      fail(row, layout_.expects.front().first, "", value_of(answers, layout_.expects.front().first));
    ++(check_.failures.size() == before ? check_.passed : check_.failed);
    return {};
  }

  VectorCheck take() { return std::move(check_); }

 private:
  void fail(const VectorRow& row, std::string_view column, std::string_view expected, std::string_view got) {
    check_.failures.push_back({layout_.id ? row.cells[*layout_.id] : "line " + std::to_string(row.line),
                               row.line, std::string(column), std::string(expected), std::string(got)});
  }

  const VectorAlgorithm& algorithm_;
  const Layout& layout_;
  VectorCheck check_;
};

} // namespace

Answers answers_of(const Score& score) {
  Answers out;
  for (const Figure& figure : score.figures)
    out.emplace_back("expect_" + figure.name, figure.text);
  if (!score.band.empty()) out.emplace_back("expect_band", score.band);
  std::string reasons;
  for (const Reason& reason : score.reasons)
    reasons.append(reasons.empty() ? "" : "|").append(reason.name);
  if (!reasons.empty()) out.emplace_back("expect_error", std::move(reasons));
  return out;
}

std::vector<std::string_view> vector_algorithms() {
  std::vector<std::string_view> out;
  for (const VectorAlgorithm& algorithm : vector_algorithm_list())
    out.push_back(algorithm.name);
  return out;
}

base::Result<VectorCheck> check_vectors(const VectorFile& file) {
  const auto list = vector_algorithm_list();
  const auto algorithm = std::find_if(list.begin(), list.end(),
                                      [&](const VectorAlgorithm& it) { return it.name == file.algorithm; });
  if (algorithm == list.end()) {
    std::string names;
    for (const std::string_view name : vector_algorithms())
      names.append(names.empty() ? "" : ", ").append(name).append(".csv");
    return base::fail(ErrorCode::not_found, "no algorithm is called \"" + file.algorithm + "\"", {},
                      "the file's name says which is meant: " + names);
  }
  PROBITY_ASSIGN(const Layout layout, layout_of(file, *algorithm));
  if (file.rows.empty())
    return base::fail(ErrorCode::invalid_input, "the file has no row", {}, "nothing can be checked by it");
  Checker checker(*algorithm, layout);
  for (const VectorRow& row : file.rows) {
    const std::string where = "line " + std::to_string(row.line);
    if (row.cells.size() != file.header.size())
      return base::fail(ErrorCode::invalid_input,
                        "the row has " + std::to_string(row.cells.size()) + " cells, the header " +
                            std::to_string(file.header.size()),
                        where, "write one cell for each column");
    if (auto checked = checker.check(row); !checked)
      return tl::unexpected(std::move(checked.error()).at(where));
  }
  return checker.take();
}

} // namespace probity::risk
