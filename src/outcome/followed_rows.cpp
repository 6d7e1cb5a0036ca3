#include "outcome/followed_rows.h"

#include <algorithm>
#include <map>

namespace probity::outcome {
namespace {

using base::ErrorCode;

bool holds(const std::vector<std::string>& list, const std::string& name) {
  return std::find(list.begin(), list.end(), name) != list.end();
}

tl::unexpected<base::Error> refuse_known_afterwards(const std::string& name, const FactorColumn& column) {
  return base::fail(ErrorCode::refused,
                    "\"" + name + "\" is known only afterwards: of " + std::to_string(column.stated) +
                        " people it is stated by supervision.activity_summarised, which runs until the very "
                        "arrest that is to be forecast, so that whoever is arrested early has less of it",
                    "use", "use columns of risk.factors_recorded");
}

// The first followed release of each person.
std::map<base::StreamId, const FollowedRelease*> by_person(const FirstArrests& arrests) {
  std::map<base::StreamId, const FollowedRelease*> out;
  for (const FollowedRelease& release : arrests.releases)
    out.try_emplace(release.person, &release);
  return out;
}

base::Result<void> take_unit(const FirstArrests& arrests, std::optional<int> within, FollowedRows& out) {
  if (arrests.releases.empty())
    return base::fail(ErrorCode::refused, "nobody was followed up for arrest", "",
                      "import a data set that says whether people were arrested");
  out.unit = arrests.releases.front().unit;
  int longest = 0;
  for (const FollowedRelease& release : arrests.releases) {
    if (release.unit != out.unit)
      return base::fail(ErrorCode::refused, "some were followed by the week and some by the year", "",
                        "model data sets that count in one unit");
    longest = std::max(longest, release.periods);
  }
  out.within = within.value_or(longest);
  if (out.within < 1 || out.within > longest)
    return base::fail(ErrorCode::refused,
                      "nobody was followed for " + std::to_string(out.within) + " " +
                          std::string(name(out.unit)) + "s",
                      "within", "the longest follow-up is " + std::to_string(longest));
  return {};
}

} // namespace

base::Result<FollowedRows> followed_rows(const FactorTable& factors, const FirstArrests& arrests,
                                         std::optional<int> within) {
  FollowedRows out;
  PROBITY_TRY(take_unit(arrests, within, out));
  auto releases = by_person(arrests);
  for (const PersonFactors& person : factors.people) {
    const auto found = releases.find(person.person);
    if (found == releases.end()) continue;
    const FollowedRelease& release = *found->second;
    releases.erase(found);
    const bool arrested = release.arrested_in > 0 && release.arrested_in <= out.within;
    if (!arrested && release.periods < out.within)
      ++out.not_followed;
    else
      out.rows.push_back({&person, &release, static_cast<std::uint8_t>(arrested ? 1 : 0)});
  }
  out.without_factors = static_cast<std::int64_t>(releases.size());
  std::sort(out.rows.begin(), out.rows.end(),
            [](const FollowedRow& a, const FollowedRow& b) { return a.person->person < b.person->person; });
  return out;
}

base::Result<std::vector<std::string>> columns_at_release(const FactorTable& factors,
                                                          const std::vector<std::string>& use,
                                                          const std::vector<std::string>& leave_out) {
  for (const std::string& name : use) {
    const auto found = factors.columns.find(name);
    if (found == factors.columns.end())
      return base::fail(ErrorCode::not_found, "nobody states a column \"" + name + "\"", "",
                        "names are those of the source, letter for letter");
    if (found->second.known == Known::afterwards) return refuse_known_afterwards(name, found->second);
  }
  std::vector<std::string> out;
  for (const auto& [name, column] : factors.columns)
    if (column.known == Known::at_release && (use.empty() || holds(use, name)) && !holds(leave_out, name))
      out.push_back(name);
  if (out.empty())
    return base::fail(ErrorCode::refused, "no column is left that was known at release", "",
                      "import a data set that states some");
  return out;
}

base::Result<DesignMatrix> differing_columns(const FactorTable& factors,
                                             const std::vector<const PersonFactors*>& people,
                                             const std::vector<std::string>& columns) {
  DesignMatrix matrix = design_matrix(factors, people, columns);
  if (matrix.covariates.names.empty())
    return base::fail(ErrorCode::refused,
                      "what is known is the same for everyone in every column that is used", "use",
                      "use columns in which people differ");
  return matrix;
}

std::uint64_t row_key(const base::StreamId& person) {
  std::uint64_t out = 0;
  for (std::size_t i = 0; i < sizeof(out); ++i)
    out = out << 8U | person.bytes[i];
  return out;
}

} // namespace probity::outcome
