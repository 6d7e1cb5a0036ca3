#include "pages/boards/words.h"

namespace probity::pages {

const BoardWords& board_words() {
  static const BoardWords english = {
      .releases = "Releases",
      .releases_of = "Releases of",
      .whose_releases = "Whose releases",
      .mine = "Mine",
      .everybody_of = "Everybody of",
      .releases_text =
          "Who is released within two weeks, and who was and lacks something still. Those whose day "
          "has come and whose release nobody recorded stand first.",
      .no_releases = "Nobody is released within two weeks, and nothing is missing of a release before.",
      .release = "Release",
      .person = "Whose",
      .in_place = "What has to be in place",
      .caption = "Releases, those that cannot wait first",
      .today = "today",
      .tomorrow = "tomorrow",
      .in_days = "in",
      .days_ago = "ago",
      .yesterday = "yesterday",
      .not_recorded = "Release not recorded",
      .known_as = "Release",
      .licence = "Licence",
      .hard_stop = "Last day to approve the licence",
      .by = "by",
      .duty_team = "Duty team",
      .nobody = "Nobody holds the case",
      .colleague = "Held by practitioner",
      .you = "You hold the case",
      .items = {"Release recorded", "Practitioner allocated", "Licence in force", "Licence explained",
                "First appointment", "Where they sleep recorded", "Requirements run again", "Victims told",
                "Monitoring live"},
      .statuses = {"Done", "Late", "Missing", "Not needed"},
      .bases = {"planned", "notified by the prison", "recorded"},
  };
  return english;
}

std::string_view words_for(casework::ReleaseItem item) {
  return board_words().items.at(static_cast<std::size_t>(item));
}

std::string_view words_for(casework::ItemStatus status) {
  return board_words().statuses.at(static_cast<std::size_t>(status));
}

std::string_view words_for(casework::ReleaseBoard::Basis basis) {
  return board_words().bases.at(static_cast<std::size_t>(basis));
}

} // namespace probity::pages
