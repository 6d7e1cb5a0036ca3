#include "risk/score.h"

#include <algorithm>

#include "base/logexp.h"

namespace probity::risk {

namespace json = base::json;

std::string_view name(Outcome outcome) {
  switch (outcome) {
  case Outcome::scored:
    return "scored";
  case Outcome::not_applicable:
    return "not_applicable";
  case Outcome::not_scored:
    return "not_scored";
  }
  return {};
}

const Figure* Score::figure(std::string_view name) const {
  for (const Figure& it : figures)
    if (it.name == name) return &it;
  return nullptr;
}

Scaled Score::number(std::string_view name) const {
  const Figure* found = figure(name);
  PROBITY_ENSURE(found != nullptr && found->number);
  return *found->number;
}

double logistic(double x) {
  const double power = base::exp(x);
  if (power > 1e300) return 1.0;
  return power / (1.0 + power);
}

double Evaluation::constant(std::string_view term) const {
  const std::optional<double> value = table().find(term);
  PROBITY_ENSURE(value.has_value());
  return *value;
}

void Evaluation::add(std::string name, double coefficient, double quantity, double contribution) {
  if (table().together == Together::sum)
    score_.sum += contribution;
  else
    score_.sum = score_.terms.empty() ? contribution : std::min(score_.sum, contribution);
  score_.terms.push_back({std::move(name), coefficient, quantity, contribution});
}

void Evaluation::times(std::string_view term, double quantity) {
  const double value = constant(term);
  add(std::string(term), value, quantity, value * quantity);
}

void Evaluation::times_if_weighed(std::string_view term, double quantity) {
  if (table().find(term)) times(term, quantity);
}

void Evaluation::times_in_points(std::string_view term, double quantity) {
  const double value = constant(term);
  add(std::string(term), value, quantity, static_cast<double>(half_up(value * quantity, 0).scaled));
}

void Evaluation::level(std::string_view term, std::string_view level) {
  const std::optional<double> value = table().find(term, level);
  PROBITY_ENSURE(value.has_value());
  add(std::string(term) + ":" + std::string(level), *value, 1, *value);
}

void Evaluation::step(std::string_view term, int number) {
  const Coefficient* row = table().step(term, number);
  PROBITY_ENSURE(row != nullptr);
  add(std::string(term) + ":" + std::to_string(number), row->value, 1, row->value);
}

void Evaluation::given(std::string_view term, double value, double quantity) {
  add(std::string(term), value, quantity, value * quantity);
}

void Evaluation::missing(std::string_view input, std::string_view meaning) {
  score_.missing.push_back({std::string(input), std::string(meaning)});
}

void Evaluation::refuse(std::string_view name, std::vector<std::string> inputs, std::string message) {
  score_.outcome = Outcome::not_scored;
  score_.reasons.push_back({std::string(name), std::move(inputs), std::move(message)});
}

void Evaluation::does_not_apply(std::string_view name, std::vector<std::string> inputs, std::string message) {
  score_.outcome = Outcome::not_applicable;
  score_.reasons.push_back({std::string(name), std::move(inputs), std::move(message)});
}

void Evaluation::figure(std::string_view name, Scaled number) {
  score_.figures.push_back({std::string(name), number.text(), number});
}

void Evaluation::figure(std::string_view name, std::string_view text) {
  score_.figures.push_back({std::string(name), std::string(text), std::nullopt});
}

void Evaluation::band(Scaled figure) {
  score_.band = table().band(figure.scaled);
}

Score Evaluation::finish() && {
  if (refused()) {
    score_.figures.clear();
    score_.band.clear();
    score_.terms.clear();
    score_.sum = 0;
  }
  return std::move(score_);
}

json::Value to_json(const Score& score) {
  const auto text = [](std::string_view it) { return json::Value(it); };
  json::Value figures;
  for (const Figure& figure : score.figures)
    figures.set(figure.name, text(figure.text));
  json::Array terms;
  for (const Term& term : score.terms)
    terms.push_back(json::Value(json::Object{{"coefficient", text(number_text(term.coefficient))},
                                             {"contribution", text(number_text(term.contribution))},
                                             {"quantity", text(number_text(term.quantity))},
                                             {"term", text(term.name)}}));
  json::Array missing;
  for (const Absence& absence : score.missing)
    missing.push_back(
        json::Value(json::Object{{"input", text(absence.input)}, {"meaning", text(absence.meaning)}}));
  json::Array reasons;
  for (const Reason& reason : score.reasons) {
    json::Array inputs;
    for (const std::string& input : reason.inputs)
      inputs.push_back(text(input));
    reasons.push_back(json::Value(json::Object{{"inputs", json::Value(std::move(inputs))},
                                               {"message", text(reason.message)},
                                               {"name", text(reason.name)}}));
  }
  json::Array notes;
  for (const std::string& note : score.notes)
    notes.push_back(text(note));
  json::Value out;
  out.set("band", text(score.band));
  out.set("digest", text(score.table->digest().hex()));
  out.set("figures", std::move(figures));
  out.set("instrument", text(score.table->instrument));
  out.set("missing", json::Value(std::move(missing)));
  out.set("model", text(score.table->model));
  out.set("notes", json::Value(std::move(notes)));
  out.set("outcome", text(name(score.outcome)));
  out.set("reasons", json::Value(std::move(reasons)));
  out.set("source", text(score.table->source));
  out.set("stated_on", text(base::to_text(score.table->stated_on)));
  out.set("sum", text(number_text(score.sum)));
  out.set("terms", json::Value(std::move(terms)));
  out.set("version", text(score.table->version));
  return out;
}

} // namespace probity::risk
