#include "lab/population.h"

#include <algorithm>

namespace probity::lab {

namespace {

using base::RandomStream;

// Invented for this program; any likeness to a living person is chance.
constexpr std::array<std::string_view, 24> men = {
    "Adrian", "Barnaby", "Callum", "Dorian", "Edwin",  "Farid",   "Gareth", "Hamish",
    "Idris",  "Jarek",   "Kamal",  "Leon",   "Marcus", "Nathan",  "Osman",  "Piers",
    "Quincy", "Rufus",   "Stefan", "Tobias", "Umar",   "Vincent", "Wesley", "Yusuf"};
constexpr std::array<std::string_view, 16> women = {"Anwen",  "Beth",  "Carys",  "Delia", "Esme",  "Farah",
                                                    "Greta",  "Hilda", "Imogen", "Jodie", "Kezia", "Leila",
                                                    "Miriam", "Nadia", "Olive",  "Petra"};
constexpr std::array<std::string_view, 20> family_starts = {
    "Ash",  "Bram", "Cald",  "Dun", "Elm",  "Farn", "Gold", "Hart",  "Ing", "Kel",
    "Lang", "Mar",  "North", "Oak", "Pend", "Rad",  "Stan", "Thorn", "Wal", "Yar"};
constexpr std::array<std::string_view, 14> family_ends = {"bourne", "bury", "combe", "dale", "field",
                                                          "ford",   "ham",  "ley",   "low",  "mere",
                                                          "shaw",   "ton",  "well",  "worth"};

constexpr std::array<std::string_view, 9> offence_groups = {"violence_against_the_person",
                                                            "theft",
                                                            "summary_motoring",
                                                            "drugs",
                                                            "public_order",
                                                            "summary_non_motoring",
                                                            "criminal_damage",
                                                            "fraud",
                                                            "sexual"};
constexpr std::array<double, 9> offence_weights = {0.24, 0.25, 0.13, 0.10, 0.07, 0.11, 0.05, 0.03, 0.02};

constexpr std::array<std::string_view, 4> courts = {"Northmere Magistrates", "Elmbridge Magistrates",
                                                    "Saltby Magistrates", "Northmere Crown"};

constexpr std::array<std::string_view, 5> order_types = {"community_order", "suspended_sentence_order",
                                                         "unpaid_work_only", "custody_under_12_months",
                                                         "custody_12_months_over"};
constexpr std::array<double, 5> order_weights = {0.40, 0.22, 0.12, 0.15, 0.11};

// The three bands of hours of the Probation Service's brochure of interventions, within the law's 40 to 300.
int draw_unpaid_minutes(RandomStream& random) {
  constexpr std::array<double, 3> weights = {0.35, 0.45, 0.20};
  constexpr std::array<std::array<int, 2>, 3> tens_of_hours = {{{4, 8}, {8, 15}, {15, 30}}};
  const auto& band = tens_of_hours[random.pick(weights)];
  return 600 * random.between(band[0], band[1]);
}

} // namespace

std::string_view to_text(Harm harm) {
  constexpr std::array<std::string_view, 4> texts = {"low", "medium", "high", "very_high"};
  return texts[static_cast<std::size_t>(harm)];
}

Person invent_person(RandomStream& random, base::Day day) {
  Person out;
  const bool woman = random.chance(0.14);
  out.sex = woman ? "female" : "male";
  constexpr std::array<double, 7> age_weights = {0.10, 0.17, 0.19, 0.16, 0.13, 0.17, 0.08};
  constexpr std::array<int, 8> age_edges = {18, 21, 25, 30, 35, 40, 50, 70};
  const std::size_t age = random.pick(age_weights);
  const int years = random.between(age_edges[age], age_edges[age + 1] - 1);
  out.born = base::add_months(day, -12 * years) - random.between(0, 364);
  // One draw a statement: the order within an expression is each compiler's own.
  const std::string_view end = family_ends[random.below(family_ends.size())];
  const std::string_view start = family_starts[random.below(family_starts.size())];
  const std::string_view forename = woman ? women[random.below(women.size())] : men[random.below(men.size())];
  out.name = std::string(forename) + " " + std::string(start) + std::string(end);
  out.area_code = "ZZ" + std::to_string(random.between(1, 28)); // no such postcode area exists
  constexpr std::array<double, 4> harm_weights = {0.36, 0.43, 0.19, 0.02};
  out.harm = static_cast<Harm>(random.pick(harm_weights));
  constexpr std::array<double, 4> log_score = {0.0, 0.6, 1.6, 2.2};
  const double score = 100.0 * random.lognormal(log_score[static_cast<std::size_t>(out.harm)], 0.6);
  out.serious_reoffending_score = static_cast<std::int64_t>(std::clamp(score, 5.0, 6000.0));
  out.attends = std::clamp(0.86 + 0.08 * random.normal(), 0.40, 0.99);
  out.proven_offences = std::min(random.gamma(offences_shape, offences_mean / offences_shape), 40.0);
  return out;
}

std::string_view age_band(base::Day born, base::Day day) {
  constexpr std::array<int, 8> upper = {20, 24, 29, 34, 39, 49, 59, 69};
  constexpr std::array<std::string_view, 9> bands = {"18_20", "21_24", "25_29", "30_34",  "35_39",
                                                     "40_49", "50_59", "60_69", "70_over"};
  int age = base::year_of(day) - base::year_of(born);
  if (base::add_months(born, 12 * age) > day) --age;
  const auto band = std::lower_bound(upper.begin(), upper.end(), age);
  return bands[static_cast<std::size_t>(band - upper.begin())];
}

std::string_view draw_offence_group(RandomStream& random) {
  return offence_groups[random.pick(offence_weights)];
}

Sentence draw_sentence(RandomStream& random, Disposal disposal) {
  std::array<double, 5> weights = order_weights;
  const auto keep = [&](bool community, bool suspended, bool custody) {
    for (const std::size_t i : {0U, 2U})
      if (!community) weights[i] = 0;
    if (!suspended) weights[1] = 0;
    for (const std::size_t i : {3U, 4U})
      if (!custody) weights[i] = 0;
  };
  if (disposal != Disposal::any)
    keep(disposal == Disposal::community, disposal == Disposal::suspended, disposal == Disposal::custody);
  Sentence out;
  const std::size_t type = random.pick(weights);
  out.order_type = order_types[type];
  out.offence_group = draw_offence_group(random);
  out.court = courts[type == 4 ? 3 : random.below(3)];
  constexpr std::array<double, 4> community_lengths = {0.08, 0.64, 0.20, 0.08};
  constexpr std::array<int, 4> months_of_days = {182, 365, 547, 730};
  if (type <= 2) {
    out.length_days = months_of_days[random.pick(community_lengths)];
    if (type == 2) out.length_days = 365;
    if (type == 2 || random.chance(0.32)) out.unpaid_minutes = draw_unpaid_minutes(random);
    if (type != 2) {
      out.activity_days = random.chance(0.75) ? 5 * random.between(2, 8) : 0;
      out.programme = random.chance(0.12);
      out.treatment = random.chance(0.10);
    }
    if (random.chance(0.16)) out.curfew_days = 7 * random.between(6, 22);
  } else if (type == 3) {
    out.length_days = 7 * random.between(4, 51);
  } else {
    const double days = 365 + 365 * random.exponential(1.0 / 1.3);
    out.length_days = static_cast<int>(std::min(days, 365.0 * 8));
  }
  return out;
}

int days_to_proof(RandomStream& random) {
  // Mean 144 days: log mean = log 144 - 0.8² / 2.
  return static_cast<int>(std::clamp(random.lognormal(4.64981, 0.8), 3.0, 900.0));
}

} // namespace probity::lab
