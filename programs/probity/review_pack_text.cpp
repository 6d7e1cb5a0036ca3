#include "review_pack_text.h"

#include <algorithm>

namespace probity::program {
namespace {

constexpr std::size_t contacts_shown = 10;

std::string text_of(record::Symbol symbol, std::string_view otherwise = "not said") {
  if (symbol.empty()) return std::string(otherwise);
  std::string text(symbol.text());
  std::replace(text.begin(), text.end(), '_', ' ');
  return text;
}

std::string staff_text(record::Symbol staff) {
  return std::string(staff.text()).substr(0, 8);
}

std::string facts_text(const std::vector<service::ShownField>& fields) {
  std::string out;
  for (const service::ShownField& field : fields)
    out += (out.empty() ? "" : "; ") + field.name + ": " + field.value;
  return out;
}

std::string outcome_text(const casework::Appointment& one) {
  if (one.cancelled) return "called off";
  if (one.outcome.empty()) return one.absence_agreed ? "absence agreed" : "no outcome recorded";
  return text_of(one.outcome) + (one.ruling.empty() ? "" : ", reason judged " + text_of(one.ruling));
}

class Printer {
 public:
  Printer(const service::WholePack& whole, const base::Zone& zone, Terminal& terminal)
      : whole_(whole), shown_(*whole.then), pack_(shown_.pack), state_(pack_.state), zone_(zone),
        terminal_(terminal) {}

  void print() {
    terminal_.out << terminal_.paint("Case " + shown_.person.hex(), Tone::strong)
                  << ", as known on the morning of " << base::to_text(shown_.on) << ": " << shown_.size
                  << " events, the last of " << base::to_text(shown_.known_on) << "\n";
    who_held();
    sentence();
    contacts();
    owed();
    risk();
    plans();
    enforcement();
    since();
  }

 private:
  void head(std::string_view text) { terminal_.out << "\n" << terminal_.paint(text, Tone::strong) << "\n"; }
  void line(const std::string& text) {
    terminal_.out << wrapped(text, static_cast<std::size_t>(terminal_.width()), 2) << "\n";
  }

  void who_held() {
    head("Who held the case");
    line("Accountable body: " + text_of(state_.provider, "none"));
    if (state_.practitioner.empty()) {
      line(state_.duty_team.empty() ? "No practitioner and no duty team held it."
                                    : "No practitioner held it; duty team " + text_of(state_.duty_team));
    } else {
      line("Practitioner " + staff_text(state_.practitioner) + ", grade " + text_of(pack_.grade) +
           (pack_.held_since ? ", since " + base::to_text(*pack_.held_since) : ""));
    }
    if (pack_.load) {
      line("Load: " + std::to_string(pack_.load->people) + " people, " +
           std::to_string(pack_.load->high_risk) + " of them of high or very high risk; overdue with them: " +
           std::to_string(pack_.load->overdue) + ".");
      line(pack_.load->people_with_points == 0
               ? "No workload points were recorded of them."
               : std::to_string(pack_.load->points) + " workload points, recorded of " +
                     std::to_string(pack_.load->people_with_points) + " of them.");
      if (!pack_.caseloads.empty())
        line("Practitioners of the body held " + std::to_string(pack_.caseloads.front()) + " to " +
             std::to_string(pack_.caseloads.back()) + " people, half of them " +
             std::to_string(pack_.middle_caseload()) + " or fewer.");
    }
    for (const timeline::Practitioner& one : pack_.practitioners)
      line(base::to_text(one.first) + " to " + (one.last ? base::to_text(*one.last) : "now") + ": " +
           staff_text(one.staff) + ", " + text_of(one.grade));
  }

  void sentence() {
    head("Orders in force");
    if (pack_.orders.empty()) line("None.");
    for (const timeline::OrderInForce& one : pack_.orders)
      line(text_of(one.type) + " since " + base::to_text(one.first));
    if (state_.in_custody) line("In custody.");
    if (state_.suspended) line("Compliance clocks suspended.");
  }

  void contacts() {
    head("Contact");
    line(pack_.last_seen ? "Last seen on " + base::to_text(*pack_.last_seen) + ", " +
                               std::to_string(shown_.on - *pack_.last_seen) + " days before."
                         : "Never seen, by the record.");
    Table table({{"day"}, {"how"}, {"what for"}, {"outcome"}});
    for (std::size_t i = 0; i < std::min(contacts_shown, pack_.contacts.size()); ++i) {
      const casework::Appointment& one = pack_.contacts[i];
      table.add({base::to_text(one.day), text_of(one.mode), text_of(one.purpose, ""), outcome_text(one)});
    }
    if (!table.empty()) table.print(terminal_);
    if (pack_.contacts.size() > contacts_shown)
      line(std::to_string(pack_.contacts.size() - contacts_shown) + " earlier ones are not shown.");
    line(pack_.planned.empty() ? "Nothing was arranged."
                               : "Next arranged: " + base::to_text(pack_.planned.front().day) + ", " +
                                     text_of(pack_.planned.front().mode));
    line("Failures: " + std::to_string(pack_.failures.in_twelve_months) + " in twelve months, " +
         std::to_string(pack_.failures.days_since_breach) + " days since the order or the last breach.");
  }

  void owed() {
    head("What was owed");
    if (pack_.owed.empty()) line("Nothing.");
    for (const casework::Obligation& one : pack_.owed)
      line(std::string(one.what) + ": due " + base::to_text(one.due) +
           (one.overdue(shown_.on) ? ", overdue by " + std::to_string(shown_.on - one.due) + " days" : ""));
  }

  void risk() {
    head("Risk");
    const casework::RiskRegister& all = state_.risk_register;
    if (all.judgements.empty()) line("The risk of serious harm was never judged.");
    for (const casework::HarmJudgement& one : all.judgements) {
      std::string groups;
      for (const auto& [group, level] : one.groups)
        groups += (groups.empty() ? " (" : ", ") + text_of(group) + " " + text_of(level);
      line(base::to_text(one.day) + ": harm judged " + text_of(one.level) +
           (groups.empty() ? "" : groups + ")") + (one.by.empty() ? "" : ", by " + staff_text(one.by)));
    }
    for (const casework::Assessment& one : all.assessments)
      line(base::to_text(one.started) + ": assessment, " + text_of(one.purpose) +
           (one.completed ? ", completed " + base::to_text(*one.completed) : ", not completed") +
           (one.locked ? ", locked" : ""));
    for (const casework::Flag& one : all.flags)
      if (!one.removed)
        line("Flag " + text_of(one.kind) + (one.level.empty() ? "" : " " + text_of(one.level)) + ", seen " +
             base::to_text(one.seen) +
             (one.review_by ? ", to review by " + base::to_text(*one.review_by) : ""));
  }

  void plans() {
    head("Plans");
    if (state_.plans.plans.empty()) line("None.");
    for (const casework::Plan& one : state_.plans.plans) {
      std::string said = text_of(one.kind) + " plan: ";
      said += one.filed ? "filed " + base::to_text(*one.filed) +
                              (one.timing.empty() ? "" : ", " + text_of(one.timing))
                        : std::string("not filed");
      for (const record::Symbol finding : one.findings)
        said += ", check found " + text_of(finding);
      line(said + (one.signed_off ? ", signed off" : ", not signed off"));
    }
  }

  void enforcement() {
    head("Enforcement");
    if (state_.warnings.empty() && state_.breaches.empty() && state_.recalls.empty()) line("None.");
    for (const casework::Warning& one : state_.warnings)
      line("Warned on " + base::to_text(one.given) + (one.withdrawn ? ", withdrawn" : ""));
    for (const casework::Breach& one : state_.breaches)
      line("Breach" + (one.raised ? " asked about on " + base::to_text(*one.raised) : std::string()) + ": " +
           (one.result.empty() ? text_of(one.decision, "not decided") : text_of(one.result)));
    for (const casework::Recall& one : state_.recalls)
      line("Recall: " + text_of(one.decision, "not decided") + (one.sent ? ", sent" : ""));
  }

  void since() {
    head("Learnt after that morning: no part of what could be known");
    if (whole_.since.corrected.empty() && whole_.since.entered.empty()) line("Nothing about before.");
    for (const service::CorrectedSince& one : whole_.since.corrected) {
      line("Event " + std::to_string(one.index) + ", " + one.type + ", then: " + one.when_then +
           (one.facts_then.empty() ? "" : "; " + facts_text(one.facts_then)));
      line(one.now_void
               ? "  now void"
               : "  now: " + one.when_now + (one.facts_now.empty() ? "" : "; " + facts_text(one.facts_now)));
      for (const service::ShownCorrection& correction : one.corrections)
        line("  " + correction.kind + ", because " + correction.reason + ", recorded " +
             zone_.local_text(correction.record.recorded) + " by " + correction.record.actor.substr(0, 8));
    }
    for (const service::ShownEvent& one : whole_.since.entered)
      line("Event " + std::to_string(one.first.index) + ", " + one.type + ", " + one.when + ", entered " +
           zone_.local_text(one.first.recorded) + (one.facts.empty() ? "" : "; " + facts_text(one.facts)));
  }

  const service::WholePack& whole_;
  const service::KnownThen& shown_;
  const casework::ReviewPack& pack_;
  const casework::CaseState& state_;
  const base::Zone& zone_;
  Terminal& terminal_;
};

} // namespace

void print_review_pack(const service::WholePack& whole, const base::Zone& zone, Terminal& terminal) {
  Printer(whole, zone, terminal).print();
}

} // namespace probity::program
