#include "risk/instruments.h"

#include <algorithm>

#include "risk/lds.h"
#include "risk/mst.h"
#include "risk/ogp.h"
#include "risk/ogrs3.h"
#include "risk/ogrs4.h"
#include "risk/osp.h"
#include "risk/ovp.h"
#include "risk/rsr.h"
#include "risk/snsv.h"

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

} // namespace probity::risk
