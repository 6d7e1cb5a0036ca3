#include "html/summary_list.h"

#include <algorithm>

namespace probity::html {
namespace {

Html action_link(const SummaryAction& action, const SummaryCard* card) {
  Html words = action.words;
  const bool names_card = card != nullptr && !card->title.empty();
  if (!action.unseen.empty() || names_card) {
    Html unseen;
    if (!action.unseen.empty()) unseen << text(" " + action.unseen);
    if (names_card) unseen << text(" (") << card->title << text(")");
    words << element("span", {{"class", "govuk-visually-hidden"}}, unseen);
  }
  std::vector<Attribute> attributes = with_extra("govuk-link", action.extra);
  attributes.push_back(href(action.to));
  return element("a", attributes, words);
}

// One action stands by itself, several are a list.
Html row_actions(const SummaryRow& row, const SummaryCard* card) {
  Html inside;
  if (row.actions.size() == 1) {
    inside = action_link(row.actions.front(), card);
  } else {
    Html items;
    for (const SummaryAction& action : row.actions)
      items << element("li", {{"class", "govuk-summary-list__actions-list-item"}}, action_link(action, card));
    inside = element("ul", {{"class", "govuk-summary-list__actions-list"}}, items);
  }
  return element("dd", {class_names("govuk-summary-list__actions", row.actions_classes)}, inside);
}

Html card_actions(const SummaryCard& card) {
  const Attribute names = class_names("govuk-summary-card__actions", card.actions_classes);
  if (card.actions.size() == 1) return element("div", {names}, action_link(card.actions.front(), &card));
  Html items;
  for (const SummaryAction& action : card.actions)
    items << element("li", {{"class", "govuk-summary-card__action"}}, action_link(action, &card));
  return element("ul", {names}, items);
}

Html in_card(const SummaryCard& card, const Html& list) {
  Html head;
  if (!card.title.empty())
    head << element(heading_name(card.heading_level),
                    {class_names("govuk-summary-card__title", card.title_classes)}, card.title);
  if (!card.actions.empty()) head << card_actions(card);
  Html out = element("div", {{"class", "govuk-summary-card__title-wrapper"}}, head);
  out << element("div", {{"class", "govuk-summary-card__content"}}, list);
  return element("div", with_extra("govuk-summary-card", card.extra), out);
}

} // namespace

Html summary_list(const SummaryList& list) {
  const bool any_actions = std::any_of(list.rows.begin(), list.rows.end(),
                                       [](const SummaryRow& row) { return !row.actions.empty(); });
  const SummaryCard* card = list.card ? &*list.card : nullptr;
  Html out;
  for (const SummaryRow& row : list.rows) {
    Html cells = element("dt", {class_names("govuk-summary-list__key", row.key_classes)},
                         row.key_marked_up.empty() ? text(row.key) : row.key_marked_up);
    cells << element("dd", {class_names("govuk-summary-list__value", row.value_classes)}, row.value);
    if (!row.actions.empty()) cells << row_actions(row, card);
    const std::string_view own = any_actions && row.actions.empty()
                                     ? "govuk-summary-list__row govuk-summary-list__row--no-actions"
                                     : "govuk-summary-list__row";
    out << element("div", {class_names(own, row.classes)}, cells) << text("\n");
  }
  const Html whole = element("dl", with_extra("govuk-summary-list", list.extra), out);
  return card == nullptr ? whole : in_card(*card, whole);
}

Html summary_list(const std::vector<SummaryRow>& rows) {
  return summary_list(SummaryList{rows, {}, {}});
}

} // namespace probity::html
