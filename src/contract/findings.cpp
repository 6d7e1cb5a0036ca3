#include "contract/findings.h"

#include <algorithm>

namespace probity::contract {
namespace {

bool reads_monitoring(const duty::Trigger& trigger) {
  return trigger.type != nullptr && trigger.type->name.starts_with("monitoring.");
}

bool measures_monitoring(const Measure& measure) {
  return std::any_of(measure.readings.begin(), measure.readings.end(), [](const Reading& reading) {
    return std::any_of(reading.rule.starts.begin(), reading.rule.starts.end(), reads_monitoring) ||
           std::any_of(reading.rule.stops.begin(), reading.rule.stops.end(), reads_monitoring);
  });
}

// Whether a weighted volume adjusts the fee in some reading: only then its yearly floor and ceiling count.
bool is_adjusted(const Terms& terms, const Fee& fee) {
  const auto adjusts = [&](const Fee& one) {
    return one.kind == Fee::Kind::weighted_volume && one.of_fee == fee.id;
  };
  return std::any_of(terms.fees.begin(), terms.fees.end(), [&](const Fee& one) {
    return adjusts(one) || std::any_of(one.others.begin(), one.others.end(), adjusts);
  });
}

class Finder {
 public:
  Finder(const Contract& contract, const Terms& terms) : contract_(contract), terms_(terms) {}

  std::vector<Finding> find() && {
    for (const Fee& fee : terms_.fees) {
      look_at(fee);
      for (const Fee& other : fee.others)
        look_at(other);
    }
    for (const Monitoring& clause : terms_.monitoring)
      look_at(clause);
    if (terms_.deduction_cap) look_at(*terms_.deduction_cap);
    if (terms_.outcome_cap && terms_.outcomes.empty())
      add("outcome_cap", "",
          "is a ceiling over no clause: the file has no [[outcome]] that it could hold down");
    return std::move(found_);
  }

 private:
  void add(const std::string& kind, const std::string& id, std::string message) {
    found_.push_back({id.empty() ? kind : kind + " " + id, contract_.line_of(kind, id), std::move(message)});
  }

  void look_at(const Fee& fee) {
    if (fee.kind == Fee::Kind::annual && (fee.floor || fee.ceiling) && !is_adjusted(terms_, fee))
      add("fee", fee.id,
          "has a floor or ceiling for the year that holds nothing: no weighted volume adjusts the fee");
  }

  void look_at(const Monitoring& clause) {
    if (!clause.leaves_undone.empty() ||
        std::any_of(terms_.measures.begin(), terms_.measures.end(), measures_monitoring))
      return;
    add("monitoring", clause.id,
        "pays for days and sets no level: no measure counts when a tag is fitted or removed, so a tag that "
        "is "
        "late or never comes costs nothing. Add such a measure, or say under `leaves_undone` what the clause "
        "pays to leave undone");
  }

  void look_at(const DeductionCap& cap) {
    if (terms_.deductions.empty())
      add("deduction_cap", "",
          "is a ceiling over no clause: the file has no [[deduction]] that it could hold down");
    else if (cap.percent <= 0)
      add("deduction_cap", "", "gives every deduction back: a miss never costs anything");
    else if (cap.percent >= 100)
      add("deduction_cap", "", "holds nothing down before the whole fee is lost");
  }

  const Contract& contract_;
  const Terms& terms_;
  std::vector<Finding> found_;
};

} // namespace

std::vector<Finding> findings_of(const Contract& contract) {
  std::vector<Finding> before = Finder(contract, contract.terms()).find();
  std::vector<Finding> out = before;
  for (const Variation& one : contract.variations()) {
    std::vector<Finding> then = Finder(contract, contract.terms_at(one.effective_from, one.agreed_on)).find();
    for (const Finding& finding : then) {
      if (std::find(before.begin(), before.end(), finding) != before.end()) continue;
      Finding& varied = out.emplace_back(finding);
      varied.message = "from " + base::to_text(one.effective_from) + " on, by variation " + one.id + ", " +
                       finding.message;
    }
    before = std::move(then);
  }
  std::stable_sort(out.begin(), out.end(),
                   [](const Finding& a, const Finding& b) { return a.line < b.line; });
  return out;
}

} // namespace probity::contract
