#include "outcome/design_matrix.h"

#include <algorithm>
#include <map>

namespace probity::outcome {
namespace {

using Column = std::vector<double>;
using People = std::vector<const PersonFactors*>;

const Factor* stated(const PersonFactors& person, const std::string& column) {
  const auto found = person.values.find(column);
  return found == person.values.end() ? nullptr : &found->second;
}

// The key with the highest count; of several the first.
template <class Key> Key most_common(const std::map<Key, std::int64_t>& counts) {
  return std::max_element(counts.begin(), counts.end(),
                          [](const auto& a, const auto& b) { return a.second < b.second; })
      ->first;
}

// Whether both are columns of 1 and 0 that divide people alike, whichever side is 1.
bool opposite(const Column& a, const Column& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](double x, double y) { return (x == 0 || x == 1) && x == 1 - y; });
}

class Builder {
 public:
  Builder(const People& people, DesignMatrix& out) : people_(people), out_(out) {}

  void add_number(const std::string& name) {
    std::map<std::int64_t, std::int64_t> counts;
    for (const PersonFactors* person : people_)
      if (const Factor* factor = stated(*person, name)) ++counts[factor->number];
    if (counts.empty()) return drop(name, "stated of nobody");
    const bool rarely_missing = missing(name) < fewest_people;
    const auto otherwise = rarely_missing ? static_cast<double>(most_common(counts)) : 0.0;
    add(name, [&](const PersonFactors& person) {
      const Factor* factor = stated(person, name);
      return factor == nullptr ? otherwise : static_cast<double>(factor->number);
    });
    if (!rarely_missing) add_missing(name);
  }

  void add_levels(const std::string& name) {
    std::map<std::string_view, std::int64_t> counts;
    for (const PersonFactors* person : people_)
      if (const Factor* factor = stated(*person, name)) ++counts[factor->level.text()];
    if (counts.empty()) return drop(name, "stated of nobody");
    const std::string_view reference = most_common(counts);
    for (const auto& [level, count] : counts) {
      if (level == reference) continue;
      const std::string title = name + "=" + std::string(level);
      if (count < fewest_people) {
        drop(title, "fewer than " + std::to_string(fewest_people) + " people: taken with the most common");
        continue;
      }
      add(title, [&, wanted = level](const PersonFactors& person) {
        const Factor* factor = stated(person, name);
        return factor != nullptr && factor->level.text() == wanted ? 1.0 : 0.0;
      });
    }
    if (missing(name) >= fewest_people) add_missing(name);
  }

  void finish() {
    std::vector<double> row(columns_.size());
    for (std::size_t i = 0; i < people_.size(); ++i) {
      for (std::size_t j = 0; j < columns_.size(); ++j)
        row[j] = columns_[j][i];
      out_.covariates.add_row(row);
    }
  }

 private:
  void drop(const std::string& name, std::string reason) {
    out_.dropped.push_back({name, std::move(reason)});
  }

  [[nodiscard]] std::int64_t missing(const std::string& name) const {
    return std::count_if(people_.begin(), people_.end(),
                         [&](const PersonFactors* person) { return stated(*person, name) == nullptr; });
  }

  void add_missing(const std::string& name) {
    add(name + " not stated",
        [&](const PersonFactors& person) { return stated(person, name) == nullptr ? 1.0 : 0.0; });
  }

  template <class Value> void add(const std::string& title, const Value& value) {
    Column column;
    column.reserve(people_.size());
    for (const PersonFactors* person : people_)
      column.push_back(value(*person));
    if (std::all_of(column.begin(), column.end(), [&](double x) { return x == column.front(); }))
      return drop(title, "the same for everyone");
    for (std::size_t j = 0; j < columns_.size(); ++j)
      if (columns_[j] == column || opposite(columns_[j], column))
        return drop(title, "divides people as " + out_.covariates.names[j] + " does");
    columns_.push_back(std::move(column));
    out_.covariates.names.push_back(title);
  }

  const People& people_;
  DesignMatrix& out_;
  std::vector<Column> columns_;
};

} // namespace

DesignMatrix design_matrix(const FactorTable& factors, const People& people,
                           const std::vector<std::string>& columns) {
  DesignMatrix out;
  Builder builder(people, out);
  for (const std::string& name : columns) {
    if (factors.columns.at(name).kind == FactorKind::level)
      builder.add_levels(name);
    else
      builder.add_number(name);
  }
  builder.finish();
  return out;
}

} // namespace probity::outcome
