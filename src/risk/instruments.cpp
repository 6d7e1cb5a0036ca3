#include "risk/instruments.h"

#include <algorithm>

#include "risk/lds.h"
#include "risk/mst.h"
#include "risk/ogp.h"
#include "risk/ogrs3.h"
#include "risk/ogrs4.h"
#include "risk/osp.h"
#include "risk/ovp.h"
#include "risk/psa.h"
#include "risk/rsr.h"
#include "risk/snsv.h"
#include "risk/tier_v2.h"
#include "risk/tier_v3.h"
#include "risk/workload.h"

namespace probity::risk {
namespace {

template <class Whole> std::vector<InputSpec> specs_of(std::span<const Input<Whole>> inputs) {
  std::vector<InputSpec> out;
  for (const Input<Whole>& input : inputs)
    out.push_back(input.spec);
  return out;
}

template <auto inputs_of, auto score_of> base::Result<Score> score_texts(const Given& given) {
  PROBITY_ASSIGN(const auto input, read_inputs(inputs_of(), given));
  return score_of(input);
}

constexpr std::string_view of_groups =
    "It speaks of groups of people with the same history and answers, not of one person, and is no judgement "
    "of how much harm could be done.";

constexpr std::string_view of_sexual =
    "It does not speak of women, or of men without such a history. It speaks of groups, not of one person.";

constexpr std::string_view of_parts =
    "Its terms are hundredths of a percent. Where a threshold lies is said by a contract or a policy, not by "
    "the score. It is no judgement of the level of harm.";

constexpr std::string_view of_effort =
    "It says how much effort a case is given, from what is recorded of it. It is no chance of anything.";

constexpr std::string_view of_load = "Points stand for time on average. What a case takes, and what a "
                                     "practitioner can carry, they do not know.";

constexpr std::string_view of_arrests =
    "It speaks of groups before trial in the United States. An arrest is no proof of an offence.";

std::vector<Instrument> all() {
  constexpr Score (*ogrs3)(const Ogrs3Input&) = score_ogrs3;
  std::vector<Instrument> out{
      {"ogrs3",
       "OGRS3: proven reoffending within one and two years",
       "It speaks of groups of people with the same history, not of one person, and knows nothing of what "
       "has changed "
       "since. It says nothing of harm.",
       specs_of(ogrs3_inputs()),
       {&ogrs3_table()},
       score_texts<ogrs3_inputs, ogrs3>},
      {"lds",
       "LDS: whose learning needs should be looked at",
       "A screen of answers, no diagnosis.",
       specs_of(lds_inputs()),
       {&lds_table()},
       score_texts<lds_inputs, score_lds>},
      {"mst",
       "MST: whose maturity should be looked at, men of 18 to 25",
       "A screen of answers, no judgement of a person's maturity; it does not speak of women or of older "
       "men.",
       specs_of(mst_inputs()),
       {&mst_table()},
       score_texts<mst_inputs, score_mst>},
      {"arp",
       "ARP (OGRS4/G): any proven reoffending within two years",
       of_groups,
       specs_of(ogrs4_inputs()),
       {&arp_static_table(), &arp_dynamic_table()},
       score_texts<ogrs4_inputs, score_arp>},
      {"vrp",
       "VRP (OGRS4/V): proven violent reoffending within two years",
       of_groups,
       specs_of(ogrs4_inputs()),
       {&vrp_static_table(), &vrp_dynamic_table()},
       score_texts<ogrs4_inputs, score_vrp>},
      {"svrp",
       "SVRP: proven serious violent reoffending within two years",
       of_groups,
       specs_of(ogrs4_inputs()),
       {&svrp_static_table(), &svrp_dynamic_table()},
       score_texts<ogrs4_inputs, score_svrp>},
      {"snsv",
       "SNSV: proven serious violence, other than sexual, within two years",
       of_groups,
       specs_of(snsv_inputs()),
       {&snsv_static_table(), &snsv_dynamic_table()},
       score_texts<snsv_inputs, score_snsv>},
      {"osp_dc",
       "OSP/DC: sexual reoffending by direct contact, men with such a history",
       of_sexual,
       specs_of(osp_dc_inputs()),
       {&osp_dc_table()},
       score_texts<osp_dc_inputs, score_osp_dc>},
      {"osp_iic",
       "OSP/IIC: sexual reoffending by images or indirect contact, men with such a history",
       of_sexual,
       specs_of(osp_iic_inputs()),
       {&osp_iic_table()},
       score_texts<osp_iic_inputs, score_osp_iic>},
      {"rsr",
       "RSR: serious reoffending, from SNSV and OSP",
       of_parts,
       specs_of(rsr_inputs()),
       {&rsr_table()},
       score_texts<rsr_inputs, score_rsr>},
      {"csrp",
       "CSRP: serious reoffending, from SVRP and OSP",
       of_parts,
       specs_of(csrp_inputs()),
       {&csrp_table()},
       score_texts<csrp_inputs, score_csrp>},
      {"ovp",
       "OVP: proven violent reoffending within one and two years",
       of_groups,
       specs_of(ovp_inputs()),
       {&ovp_table()},
       score_texts<ovp_inputs, score_ovp>},
      {"ogp",
       "OGP: proven reoffending within one and two years, from OGRS3 and answers",
       of_groups,
       specs_of(ogp_inputs()),
       {&ogp_table()},
       score_texts<ogp_inputs, score_ogp>},
      {"tier_v2_protect",
       "Tier v2, the letter: how much protection a case needs",
       of_effort,
       specs_of(tier_v2_protect_inputs()),
       {&tier_v2_protect_table()},
       score_texts<tier_v2_protect_inputs, score_tier_v2_protect>},
      {"tier_v2_change",
       "Tier v2, the digit: how much work on change a case needs",
       of_effort,
       specs_of(tier_v2_change_inputs()),
       {&tier_v2_change_table()},
       score_texts<tier_v2_change_inputs, score_tier_v2_change>},
      {"tier_v3",
       "Tier v3: how intensely a case is worked, A to G",
       of_effort,
       specs_of(tier_v3_inputs()),
       {&tier_v3_table()},
       score_texts<tier_v3_inputs, score_tier_v3>},
      {"need_severity",
       "How severe a need is, from the score of its section",
       of_effort,
       specs_of(need_severity_inputs()),
       {&need_severity_table()},
       score_texts<need_severity_inputs, score_need_severity>},
      {"workload_case_points",
       "Workload points of one case",
       of_load,
       specs_of(workload_case_points_inputs()),
       {&workload_case_points_table()},
       score_texts<workload_case_points_inputs, score_workload_case_points>},
      {"workload_total",
       "Workload points of a practitioner",
       of_load,
       specs_of(workload_total_inputs()),
       {&workload_total_table()},
       score_texts<workload_total_inputs, score_workload_total>},
      {"workload_capacity",
       "How full a practitioner is",
       of_load,
       specs_of(workload_capacity_inputs()),
       {&workload_capacity_table()},
       score_texts<workload_capacity_inputs, score_workload_capacity>},
      {"psa_fta",
       "PSA (United States): failure to appear",
       of_arrests,
       specs_of(psa_inputs()),
       {&psa_fta_table()},
       score_texts<psa_inputs, score_psa_fta>},
      {"psa_nca",
       "PSA (United States): new criminal arrest",
       of_arrests,
       specs_of(psa_inputs()),
       {&psa_nca_table()},
       score_texts<psa_inputs, score_psa_nca>},
      {"psa_nvca",
       "PSA (United States): flag of new violent criminal arrest",
       of_arrests,
       specs_of(psa_inputs()),
       {&psa_nvca_table()},
       score_texts<psa_inputs, score_psa_nvca>},
  };
  std::sort(out.begin(), out.end(),
            [](const Instrument& left, const Instrument& right) { return left.name < right.name; });
  return out;
}

} // namespace

std::span<const Instrument> instruments() {
  static const std::vector<Instrument> list = all();
  return list;
}

base::Result<const Instrument*> find_instrument(std::string_view name) {
  std::string names;
  for (const Instrument& it : instruments()) {
    if (it.name == name) return &it;
    names.append(names.empty() ? "" : ", ").append(it.name);
  }
  return base::fail(base::ErrorCode::not_found, "there is no instrument \"" + std::string(name) + "\"", {},
                    "there are " + names);
}

base::Result<Score> score_by(const Instrument& instrument, const Given& given, std::string_view version) {
  PROBITY_ASSIGN(Score score, instrument.score(given));
  if (version.empty() || score.table->version == version) return score;
  std::string versions;
  for (const Table* table : instrument.tables)
    if (versions.find(table->version) == std::string::npos)
      versions.append(versions.empty() ? "" : ", ").append(table->version);
  return base::fail(base::ErrorCode::not_found,
                    std::string(instrument.name) + " has no version " + std::string(version), "version",
                    "there is " + versions);
}

} // namespace probity::risk
