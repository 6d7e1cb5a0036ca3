// A small random world: a handful of people, the events that contracts read, on a replayed ledger of its own.
#pragma once

#include <algorithm>
#include <array>
#include <map>
#include <ostream>
#include <set>
#include <string>
#include <vector>

#include "app/files.h"
#include "contract/statement.h"
#include "record/appointment.h"
#include "record/builder.h"
#include "record/custody.h"
#include "record/enforcement.h"
#include "record/money.h"
#include "record/monitoring.h"
#include "record/person.h"
#include "record/plan.h"
#include "record/sentence.h"
#include "record/supervision.h"
#include "record/system.h"
#include "record/vocabulary.h"
#include "rules/register.h"
#include "service/book_loader.h"
#include "support/ledger_fixture.h"

// The folder of contract files; the build says where, a header compiled by itself looks beside it.
#ifndef PROBITY_CONTRACTS
#define PROBITY_CONTRACTS "contracts"
#endif

namespace probity::world {

using base::json::Value;
using fixture::good;
using ledger::Ledger;
using record::EventBuilder;

constexpr int most_people = 4;
constexpr std::string_view origin = "world/1";
constexpr std::string_view contract_name = "contract";

inline base::Day day(std::string_view text) {
  return *base::parse_day(text);
}
inline base::Day first_day() {
  return day("2016-02-01");
}
constexpr int days = 70; // the last records are of April 2016

// What is drawn: turned into an event, or into nothing where it makes no sense.
struct Act {
  int after = 0; // days since the first day, when it is recorded
  int who = 0;
  int what = 0;
  int lag = 0; // how long between the act and its recording
  int detail = 0;
};

inline std::ostream& operator<<(std::ostream& out, const Act& act) {
  return out << "{" << act.after << "," << act.who << "," << act.what << "," << act.lag << "," << act.detail
             << "}";
}

struct Submitted {
  base::Day recorded;
  std::string stream; // whose order matters
  ledger::Submission submission;
};

inline std::string id_of(std::string_view kind, std::uint64_t number) {
  return base::sha256(base::bytes_of(std::string(kind) + "/" + std::to_string(number))).hex().substr(0, 32);
}
inline base::StreamId person_stream(int who) {
  return *base::StreamId::from_hex(id_of("person", static_cast<std::uint64_t>(who)));
}
inline base::Instant noon_of(base::Day recorded) {
  return base::Instant{(std::int64_t{recorded.since_epoch} * 86'400 + 43'200) * 1'000'000};
}

class Writer {
 public:
  std::vector<Submitted> write(std::vector<Act> acts) {
    std::stable_sort(acts.begin(), acts.end(), [](const Act& a, const Act& b) { return a.after < b.after; });
    for (int who = 0; who < most_people; ++who) {
      EventBuilder registered = builder(record::person::registered, who, first_day());
      registered.valid(first_day()).fact("sex", "not_stated");
      registered.sealed(subject(who), Value(base::json::Object{{"name", Value("Person " + id_of("n", 1))}}));
      put(std::move(registered), who, first_day());
      EventBuilder assigned = builder(record::supervision::provider_assigned, who, first_day());
      assigned.valid(first_day()).fact("provider", "CRC1");
      put(std::move(assigned), who, first_day());
    }
    for (const Act& act : acts)
      write(act);
    return std::move(out_);
  }

 private:
  static base::SubjectId subject(int who) {
    base::SubjectId out;
    out.bytes = person_stream(who).bytes;
    return out;
  }
  base::EventId next_id() { return *base::EventId::from_hex(id_of("event", ++events_)); }

  EventBuilder builder(const record::TypeDeclaration& type, int who, base::Day recorded) {
    EventBuilder out(type, origin, person_stream(who));
    out.id(next_id()).recorded(noon_of(recorded)).provider("CRC1");
    return out;
  }
  void put(EventBuilder&& made, int who, base::Day recorded) {
    add(made.build(), "person " + std::to_string(who), recorded);
  }
  void add(Value event, std::string stream, base::Day recorded) {
    Submitted one{recorded, std::move(stream), {}};
    one.submission.events.push_back(std::move(event));
    out_.push_back(std::move(one));
  }

  void write(const Act& act) {
    namespace rec = record;
    const base::Day recorded = first_day() + act.after;
    const base::Day valid = std::max(first_day(), recorded - act.lag * act.lag / 2); // mostly a few days
    const int number = 1 + act.detail % 2; // which custody episode, order or tag
    const auto with = [&](const rec::TypeDeclaration& type) {
      EventBuilder out = builder(type, act.who, recorded);
      out.valid(valid);
      if (!type.entity.empty())
        out.entity(type.entity,
                   *base::EntityId::from_hex(id_of(std::string(type.entity) + std::to_string(act.who),
                                                   static_cast<std::uint64_t>(number))));
      return out;
    };
    const auto keep = [&](EventBuilder& made) {
      Value event = made.build();
      kept_[act.who].push_back(event);
      add(std::move(event), "person " + std::to_string(act.who), recorded);
    };
    const auto plain = [&](const rec::TypeDeclaration& type) {
      EventBuilder made = with(type);
      keep(made);
    };
    const auto coded = [&](const rec::TypeDeclaration& type, std::string_view fact, std::string_view code) {
      EventBuilder made = with(type);
      made.fact(fact, code);
      keep(made);
    };
    switch (act.what) {
    case 0:
    case 1:
      return coded(rec::custody::received, "reason", act.what == 0 ? "sentence" : "recall");
    case 2:
    case 3:
      return plain(rec::custody::release_notified);
    case 4:
    case 5:
      return coded(rec::custody::release_recorded, "release_type", "licence");
    case 6:
      return plain(rec::custody::release_cancelled);
    case 7:
    case 8: {
      EventBuilder made = with(rec::plan::filed);
      made.fact("kind", act.what == 7 ? "resettlement" : "sentence").fact("words", act.detail % 3);
      made.sealed(subject(act.who), Value(base::json::Object{{"content", Value("what the plan says")}}));
      return keep(made);
    }
    case 9: {
      EventBuilder made = with(rec::appointment::scheduled);
      made.fact("starts", noon_of(recorded + 1 + act.detail)).fact("mode", "office");
      return keep(made);
    }
    case 10: {
      EventBuilder made = with(rec::appointment::outcome_recorded);
      made.fact("outcome", act.detail % 3 == 0 ? "unacceptable_absence" : "attended_complied");
      made.fact("mode", "office");
      return keep(made);
    }
    case 11:
      return coded(rec::supervision::provider_assigned, "provider",
                   std::array{"CRC1", "CRC2", "none"}[static_cast<std::size_t>(act.detail % 3)]);
    case 12:
      return coded(rec::sentence::imposed, "order_type",
                   act.detail % 2 == 0 ? "community_order" : "unpaid_work_only");
    case 13:
      return coded(rec::court::allocation_decided, "body", "CRC1");
    case 14:
      return plain(rec::enforcement::became_aware);
    case 15:
      return plain(rec::enforcement::referred);
    case 16:
      return coded(rec::monitoring::tag_ordered, "kind", "curfew");
    case 17:
    case 18:
      return plain(rec::monitoring::tag_fitted);
    case 19:
      return coded(rec::monitoring::tag_removed, "reason", "order_ended");
    case 20:
    case 21:
    case 22: {
      EventBuilder made = with(rec::monitoring::billed);
      made.provider("EM1").fact("first_day", recorded - 10 - act.detail).fact("last_day", recorded - act.lag);
      made.fact("pence", 950 * (11 + act.detail));
      return keep(made);
    }
    case 23:
      return coded(rec::supervision::compliance_suspended, "reason", "hospital");
    case 24:
      return plain(rec::supervision::compliance_resumed);
    case 25:
      if (act.detail == 0) plain(rec::person::died);
      return;
    case 26: {
      if (act.detail > 1) return;
      EventBuilder made = with(rec::person::linked);
      made.fact("other", std::string_view(person_stream((act.who + 1) % most_people).hex()));
      return put(std::move(made), act.who, recorded);
    }
    case 27:
    case 28:
    case 29:
      return correct(act, recorded);
    case 30:
      return decide(rec::money::waived, "reason", act, recorded);
    case 31:
      return decide(rec::money::reinvestment_approved, "purpose", act, recorded);
    case 32: {
      EventBuilder made(rec::money::relief_granted, origin, contract_stream());
      made.id(next_id()).recorded(noon_of(recorded)).valid(recorded).provider("authority");
      made.fact("clause", "release_recorded").fact("due", valid).fact("reason", "prison_delay");
      made.fact("person", std::string_view(person_stream(act.who).hex())).fact("authority", "director");
      return add(made.build(), std::string(contract_name), recorded);
    }
    default:
      return;
    }
  }

  // Amends, voids or reinstates an earlier event of the person.
  void correct(const Act& act, base::Day recorded) {
    const std::vector<Value>& kept = kept_[act.who];
    if (kept.empty()) return;
    const Value& original = kept[static_cast<std::size_t>(act.lag + act.detail) % kept.size()];
    Value event = original;
    const std::string id = *original.find("id")->text();
    event.set("id", Value(next_id().hex()));
    event.set("recorded", Value(base::to_text(noon_of(recorded))));
    event.erase("sealed");
    const std::string_view kind = act.what == 27 ? "amend" : act.what == 28 ? "void" : "reinstate";
    if (kind != "amend") event.set("facts", Value(base::json::Object{}));
    event.set("corrects",
              Value(base::json::Object{
                  {"id", Value(id)}, {"kind", Value(kind)}, {"reason", Value("entered_wrongly")}}));
    add(std::move(event), "person " + std::to_string(act.who), recorded);
  }

  void decide(const record::TypeDeclaration& type, std::string_view why, const Act& act, base::Day recorded) {
    EventBuilder made(type, origin, contract_stream());
    made.id(next_id()).recorded(noon_of(recorded)).valid(recorded).provider("authority");
    made.fact("clause", act.detail % 2 == 0 ? "release_penalty" : "plan_deduction");
    made.fact("period", act.lag % 2 == 0 ? "2016-03" : "2016-02");
    made.fact("pence", 10'000 * (1 + act.detail)).fact(why, "a reason").fact("authority", "director");
    add(made.build(), std::string(contract_name), recorded);
  }

  static base::StreamId contract_stream() { return *base::StreamId::from_hex(id_of("contract", 1)); }

  std::vector<Submitted> out_;
  std::map<int, std::vector<Value>> kept_;
  std::uint64_t events_ = 0;
};

// Drawn at full size from the first case on: these laws are tried on few worlds.
inline std::vector<Act> any_acts(int most = 60) {
  const auto full = [](int from, int to) {
    return rc::gen::resize(rc::kNominalSize, rc::gen::inRange(from, to));
  };
  const auto count = *full(most / 3, most);
  return *rc::gen::container<std::vector<Act>>(static_cast<std::size_t>(count),
                                               rc::gen::apply(
                                                   [](int after, int who, int what, int lag, int detail) {
                                                     return Act{after, who, what, lag, detail};
                                                   },
                                                   full(0, days), full(0, most_people), full(0, 33),
                                                   full(0, 8), full(0, 6)));
}

inline Value day_closed(base::Day closed, std::uint64_t number) {
  EventBuilder made(record::system::day_closed, origin, *base::StreamId::from_hex(id_of("system", 1)));
  made.id(*base::EventId::from_hex(id_of("closed", number))).recorded(noon_of(closed)).valid(closed);
  made.provider("system").role("system").channel("system").fact("day", closed);
  return made.build();
}

inline Ledger new_ledger(const std::string& file) {
  ledger::CreateOptions create;
  create.constants = {std::string(origin), "Europe/London", ledger::Clock::replayed};
  create.seed = "1";
  create.opened = noon_of(first_day() - 1);
  ledger::OpenOptions open;
  open.mode = ledger::OpenOptions::Mode::write;
  open.validate = record::validate;
  return good(Ledger::create(file, create, open));
}

// How many were taken: a record that the log refuses (of a stream that is closed, say) is left out.
inline std::vector<Submitted> append(Ledger& ledger, const std::vector<Submitted>& submitted) {
  std::vector<ledger::Submission> submissions;
  for (const Submitted& one : submitted)
    submissions.push_back(one.submission);
  const auto results = good(ledger.append(submissions));
  std::vector<Submitted> taken;
  for (std::size_t i = 0; i < results.size(); ++i)
    if (results[i]) taken.push_back(submitted[i]);
  return taken;
}
inline void append(Ledger& ledger, Value event) {
  ledger::Submission submission;
  submission.events.push_back(std::move(event));
  const auto results = good(ledger.append({&submission, 1}));
  RC_ASSERT(results.front().has_value());
}

// The contracts that the worlds are settled under.
inline const std::vector<contract::Contract>& contracts() {
  static const std::vector<contract::Contract> all = [] {
    std::vector<contract::Contract> out;
    for (const char* name : {"s3.toml", "crc-2015.toml", "tagging-person-day.toml"})
      out.push_back(good(app::load_contract(std::string(PROBITY_CONTRACTS) + "/" + name)));
    return out;
  }();
  return all;
}

inline const rules::WorkingDays& working_days() {
  static const rules::WorkingDays days_of_england = good(rules::WorkingDays::from(rules::england_wales()));
  return days_of_england;
}

inline contract::Settlement settled(const timeline::Book& book, const contract::Contract& contract,
                                    std::string_view period, const contract::Readings& readings = {}) {
  contract::SettleOptions options;
  options.period = period;
  options.readings = readings;
  options.keep_evidence = [](const contract::CellKey&) { return true; };
  return good(contract::settle(book, contract, working_days(), rules::england_wales().digest(), options));
}
inline contract::Settlement settled(const Ledger& ledger, const contract::Contract& contract,
                                    std::string_view period, const service::KnownAs& known = {}) {
  return settled(good(service::load_book(ledger, known)), contract, period);
}

// Every statement of March and April under every contract, as bytes.
inline std::string statements(const timeline::Book& book) {
  std::string out;
  for (const contract::Contract& contract : contracts())
    for (const std::string_view period : {"2016-03", "2016-04"}) {
      const contract::Statement statement = settled(book, contract, period).statement;
      out += base::json::write(contract::statement_json(statement)) + "\n" +
             contract::statement_csv(statement) + "\n";
    }
  return out;
}

// What stays of a statement when the places of its records in the ledger are left out.
inline Value without_places(const Value& value) {
  if (const auto* array = value.array()) {
    base::json::Array out;
    for (const Value& item : *array)
      out.push_back(without_places(item));
    return Value(std::move(out));
  }
  const auto* object = value.object();
  if (object == nullptr) return value;
  static const std::set<std::string, std::less<>> places = {"size",       "root",  "known_on",
                                                            "supersedes", "event", "events"};
  Value out;
  for (const auto& [key, member] : *object)
    if (!places.contains(key)) out.set(key, without_places(member));
  return out;
}
inline std::string figures(const timeline::Book& book) {
  std::string out;
  for (const contract::Contract& contract : contracts())
    for (const std::string_view period : {"2016-03", "2016-04"})
      out += base::json::write(
                 without_places(contract::statement_json(settled(book, contract, period).statement))) +
             "\n";
  return out;
}

} // namespace probity::world
