// What the record says of one person at one moment, as decisions need it: a fold over effective events.
#pragma once

#include <optional>
#include <vector>

#include "casework/allocation/allocation.h"
#include "casework/appointments/appointment_book.h"
#include "casework/court_reports/court_report_state.h"
#include "casework/custody/custody_state.h"
#include "casework/further_offences/further_offence_state.h"
#include "casework/help/help_state.h"
#include "casework/orders/order_state.h"
#include "casework/parole/parole_state.h"
#include "casework/person/access_state.h"
#include "casework/plans/plan_state.h"
#include "casework/risk/risk_register_state.h"
#include "casework/transfer/transfer_state.h"
#include "casework/unpaid_work/unpaid_work_state.h"
#include "casework/victims/victim_state.h"
#include "casework/workforce/holding.h"
#include "record/event.h"
#include "timeline/book.h"

namespace probity::casework {

struct Appointment {
  base::EntityId id;
  base::Instant starts;
  base::Day day; // civil day of the planned start
  record::Symbol mode;
  record::Symbol purpose;
  record::Symbol place;     // code; empty: not said
  int minutes = 30;         // planned length
  bool unpaid_work = false; // a place on a session; its id is that of the session's stream
  bool cancelled = false;
  bool absence_agreed = false;
  record::Symbol outcome;      // as the record says now; empty: none yet
  base::EventId outcome_event; // the first entry, which a correction names
  base::Day outcome_recorded;  // when the first entry was made
  std::optional<base::Day> evidence_by;
  record::Symbol ruling; // empty: none yet
  base::Day ruled;

  [[nodiscard]] bool open() const { return !cancelled && outcome.empty(); }
  [[nodiscard]] bool reason_pending() const;
  // Counts as a failure to attend or comply: by its outcome, or because the reason was not accepted.
  [[nodiscard]] bool failed() const;
};

struct Warning {
  base::EntityId appointment;
  base::Day given;
  bool withdrawn = false;
};

struct Order {
  base::EntityId id;
  record::Symbol type;
  base::Day imposed;
  std::optional<base::Day> ended;
};

// From the question whether to go back to court to the court's answer.
struct Breach {
  base::EntityId id;
  std::optional<base::EntityId> order; // which it is of; nothing where the record does not say
  std::optional<base::Day> raised;
  record::Symbol ground;
  record::Symbol decision; // empty: open
  record::Symbol advised;  // what the rule recommended when it was decided
  record::Symbol reason;   // why it was decided otherwise; empty: it was not
  base::Day decided;       // of a decision
  bool pack_ready = false; // prepared, and not returned since
  bool referred = false;   // and not returned since
  int returned = 0;        // times, by the preparer's doing
  bool presented = false;
  record::Symbol result; // empty: not concluded
  base::Day ended;

  [[nodiscard]] bool running() const;
  // It may be of the order: it is, or the record does not say of which.
  [[nodiscard]] bool concerns(const base::EntityId& which) const { return !order || *order == which; }
};

// What decides which kinds of recall are open; nothing where it is not known.
struct RecallAnswers {
  record::Symbol group;
  std::int64_t months = 0;
  std::optional<bool> newly_charged;
  std::optional<bool> public_protection;
  std::optional<bool> terrorist_or_state_threat;
};

// From the question whether to recall to the papers. A changed answer voids decision and signatures.
struct Recall {
  base::EntityId id;
  std::optional<RecallAnswers> answers;
  record::Symbol decision; // empty: none that stands
  record::Symbol decided_by;
  record::Symbol second; // who signed; empty: nobody
  record::Symbol third;
  bool sent = false;
  bool closed = false;

  [[nodiscard]] bool open() const { return !sent && !closed; }
};

// A request that another body take the person over.
struct Escalation {
  enum class Stage { raised, information_asked, accepted, returned, withdrawn };
  base::EntityId id;
  record::Symbol from;
  record::Symbol to;
  Stage stage = Stage::raised;

  [[nodiscard]] bool open() const { return stage == Stage::raised || stage == Stage::information_asked; }
};
std::string_view to_text(Escalation::Stage stage);

// 0 for low to 3 for very_high; −1 when it is no level.
int harm_rank(record::Symbol level);

struct CaseState {
  base::StreamId person;
  record::Symbol provider;     // accountable body, now; empty: none
  record::Symbol practitioner; // pseudonym; empty: none
  record::Symbol duty_team;    // holds while no practitioner does
  bool died = false;
  bool in_custody = false;
  bool released = false;     // from a sentence of custody, and not back since
  bool suspended = false;    // compliance clocks stand still
  record::Symbol harm_level; // as judged last; empty: not judged
  PlanState plans;
  Access access;           // who of the staff may act
  Allocations allocations; // which body was decided on, by order
  OrderBook order_book;    // what the orders ask, and what of it is done
  std::vector<Order> orders;
  std::vector<Appointment> appointments; // in the order of arranging; places on unpaid work among them
  AppointmentBook appointment_book;      // series, absences to come, safety
  UnpaidWork unpaid_work;                // sessions, and what the service let fall
  std::vector<Warning> warnings;
  std::vector<Breach> breaches;
  std::vector<Escalation> escalations;
  std::vector<Recall> recalls;
  RiskRegister risk_register;
  FurtherOffences further_offences;
  std::vector<CourtReport> court_reports;
  Parole parole;
  Custody custody; // prison, release, licence
  HelpBook help;
  Transfers transfers;
  Victims victims;
  Holding holding;                 // by a practitioner, and how heavy the case is
  std::vector<base::EventId> seen; // sorted

  [[nodiscard]] const Appointment* appointment(const base::EntityId& id) const;
  [[nodiscard]] const Breach* breach(const base::EntityId& id) const;
  [[nodiscard]] const Breach* running_breach() const;
  [[nodiscard]] const Recall* recall(const base::EntityId& id) const;
  [[nodiscard]] const Recall* open_recall() const;
  [[nodiscard]] const Escalation* escalation(const base::EntityId& id) const;
  [[nodiscard]] const Escalation* open_escalation() const;
  // Judged high or very high.
  [[nodiscard]] bool high_risk() const { return harm_rank(harm_level) >= 2; }
  // The order in force, the latest imposed when there are several; nullptr when there is none.
  [[nodiscard]] const Order* order() const;
  [[nodiscard]] bool knows(const base::EventId& event) const;
};

// Total: whatever the record holds gives a state; only `decide` refuses.
void apply(CaseState& state, const record::Event& event, const base::Zone& zone);
CaseState state_of(const timeline::Case& person, const base::Zone& zone);

} // namespace probity::casework
