// The part of the catalogue (pages/staff/words.h) for the boards of a body: releases.
#pragma once

#include <array>
#include <string_view>

#include "casework/custody/release_board.h"

namespace probity::pages {

struct BoardWords {
  std::string_view releases, releases_of, whose_releases, mine, everybody_of, releases_text, no_releases;
  std::string_view release, person, in_place, caption, today, tomorrow, in_days, days_ago, yesterday;
  std::string_view not_recorded, known_as, licence, hard_stop, by, duty_team, nobody, colleague, you;
  std::array<std::string_view, 9> items;    // in the order of ReleaseItem
  std::array<std::string_view, 4> statuses; // in the order of ItemStatus
  std::array<std::string_view, 3> bases;    // in the order of ReleaseBoard::Basis
};

const BoardWords& board_words();
std::string_view words_for(casework::ReleaseItem item);
std::string_view words_for(casework::ItemStatus status);
std::string_view words_for(casework::ReleaseBoard::Basis basis);

} // namespace probity::pages
