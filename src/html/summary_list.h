// Summary lists: what is known of one thing, a key and a value a row; as a card when there are several
// things.
#pragma once

#include <optional>

#include "html/component.h"

namespace probity::html {

struct SummaryAction {
  Url to;
  Html words = {};         // "Change"
  std::string unseen = {}; // what the action is of, for those who hear the link alone: "name"
  Extra extra = {};
};

struct SummaryRow {
  std::string key = {};
  Html value = {};
  std::vector<SummaryAction> actions = {};
  std::string classes = {};
  Html key_marked_up = {}; // shown instead of the key when not empty
  std::string key_classes = {};
  std::string value_classes = {};
  std::string actions_classes = {};
};

struct SummaryCard {
  Html title = {}; // empty: none
  int heading_level = 2;
  std::vector<SummaryAction> actions = {};
  std::string title_classes = {};
  std::string actions_classes = {};
  Extra extra = {};
};

struct SummaryList {
  std::vector<SummaryRow> rows = {};
  std::optional<SummaryCard> card = {};
  Extra extra = {};
};
Html summary_list(const SummaryList& list);
Html summary_list(const std::vector<SummaryRow>& rows);

} // namespace probity::html
