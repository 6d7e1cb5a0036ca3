#include "contract/terms.h"

#include <algorithm>

#include "base/toml_value.h"
#include "contract/terms_reader.h"

namespace probity::contract {
namespace {

using base::json::Value;

struct Change {
  std::string clause; // "fee.service_fee", or "head" for keys outside clauses
  Value set;
};

struct Overlay {
  Variation variation;
  std::vector<Change> changes;
};

std::string shown(const Value& value) {
  return value.text() != nullptr ? *value.text() : base::json::write(value);
}

Overlay read_variation(const Value& table, Faults& faults) {
  ClauseReader reader(table, "variation", faults);
  Overlay out;
  out.variation.id = reader.text("id", "what it is called");
  out.variation.source = reader.text("source", "where it comes from");
  out.variation.agreed_on = reader.day("agreed_on", "from when it was known");
  out.variation.effective_from = reader.day("effective_from", "from when it counts");
  const Value* changes = reader.get("change");
  if (changes == nullptr || changes->array() == nullptr) {
    reader.fault("change", "is missing: the variation changes nothing");
  } else {
    for (const Value& item : *changes->array()) {
      ClauseReader change(item, "variation " + out.variation.id, faults);
      Change one;
      one.clause = change.text("clause", "which clause it changes, e.g. fee.service_fee");
      if (const Value* set = change.get("set"); set != nullptr && set->object() != nullptr) {
        one.set = *set;
        for (const auto& [key, value] : *set->object())
          out.variation.changes.push_back(one.clause + "." + key + " = " + shown(value));
      } else {
        change.fault("set", "is missing: the change says nothing");
      }
      change.finish();
      out.changes.push_back(std::move(one));
    }
  }
  reader.finish();
  return out;
}

void apply(Value& tree, const Overlay& overlay, Faults& faults) {
  for (const Change& change : overlay.changes) {
    const std::size_t dot = change.clause.find('.');
    const std::string kind = change.clause.substr(0, dot);
    Value* target = nullptr;
    if (dot == std::string::npos) {
      target = tree.find(kind); // a table such as deduction_cap
    } else if (Value* list = tree.find(kind); list != nullptr && list->array() != nullptr) {
      for (Value& item : *list->array())
        if (const Value* id = item.find("id");
            id != nullptr && id->text() != nullptr && *id->text() == change.clause.substr(dot + 1))
          target = &item;
    }
    if (target == nullptr || target->object() == nullptr || change.set.object() == nullptr) {
      faults.add("variation " + overlay.variation.id,
                 "changes \"" + change.clause + "\", which is no clause of the file");
      continue;
    }
    for (const auto& [key, value] : *change.set.object()) {
      if (key == "id")
        faults.add("variation " + overlay.variation.id, "cannot change the id of a clause");
      else
        target->set(key, value);
    }
  }
}

std::string id_at(const Value& tree, const base::TableLine& table) {
  const Value* list = tree.find(table.key);
  if (list == nullptr || list->array() == nullptr || table.position >= list->array()->size()) return {};
  const Value* id = (*list->array())[table.position].find("id");
  return id == nullptr || id->text() == nullptr ? std::string() : *id->text();
}

} // namespace

std::int64_t Contract::line_of(const std::string& kind, const std::string& id) const {
  const auto found = clause_lines_.find({kind, id});
  return found == clause_lines_.end() ? 0 : found->second;
}

base::Result<Contract> Contract::parse(std::string_view text, std::string_view name) {
  PROBITY_ASSIGN(Value tree, base::read_toml(text, name));
  Faults faults;
  faults.file = name;
  Contract out;
  out.file_hash_ = base::sha256(base::bytes_of(text));
  for (const base::TableLine& table : base::table_lines(text))
    out.clause_lines_.emplace(std::pair(table.key, id_at(tree, table)), table.line);
  std::vector<Overlay> overlays;
  if (const Value* list = tree.find("variation"); list != nullptr) {
    if (list->array() == nullptr)
      faults.add("variation", "must be a list of tables");
    else
      for (const Value& item : *list->array())
        overlays.push_back(read_variation(item, faults));
  }
  std::stable_sort(overlays.begin(), overlays.end(), [](const Overlay& a, const Overlay& b) {
    return a.variation.agreed_on < b.variation.agreed_on;
  });
  tree.erase("variation");
  const auto add_version = [&](const std::vector<bool>& applied) {
    if (std::find(out.applied_.begin(), out.applied_.end(), applied) != out.applied_.end()) return;
    Value version = tree;
    for (std::size_t i = 0; i < overlays.size(); ++i)
      if (applied[i]) apply(version, overlays[i], faults);
    out.versions_.push_back(read_terms(version, faults));
    out.applied_.push_back(applied);
  };
  add_version(std::vector<bool>(overlays.size()));
  for (const Overlay& known : overlays)
    for (const Overlay& effective : overlays) {
      std::vector<bool> applied(overlays.size());
      for (std::size_t i = 0; i < overlays.size(); ++i)
        applied[i] = overlays[i].variation.agreed_on <= known.variation.agreed_on &&
                     overlays[i].variation.effective_from <= effective.variation.effective_from;
      add_version(applied);
    }
  const Terms& first = out.versions_.front();
  for (Overlay& overlay : overlays) {
    if (first.period_of(overlay.variation.effective_from).first() != overlay.variation.effective_from)
      faults.add("variation " + overlay.variation.id,
                 "takes effect inside a period; periods start on " +
                     base::to_text(first.period_of(overlay.variation.effective_from).first()));
    out.variations_.push_back(std::move(overlay.variation));
  }
  if (!faults.messages.empty()) {
    std::sort(faults.messages.begin(), faults.messages.end());
    faults.messages.erase(std::unique(faults.messages.begin(), faults.messages.end()), faults.messages.end());
    return tl::unexpected(faults.error());
  }
  return out;
}

} // namespace probity::contract
