// What makes a part of a page stand out, or keeps it folded: tag, inset text, warning text, details, panel,
// interruption, notification banner, phase banner.
#pragma once

#include <optional>

#include "html/component.h"
#include "html/component_words.h"

namespace probity::html {

struct Tag {
  Html words = {};
  Extra extra = {};
};
Html tag(const Tag& tag);

enum class Tone { neutral, good, attention, bad };
// A state in one or two words. The words carry the meaning; the colour repeats it.
Html tag(std::string_view words, Tone tone);

struct InsetText {
  Html content = {};
  std::string id = {};
  Extra extra = {};
};
Html inset_text(const InsetText& inset);
Html inset_text(const Html& content);

struct WarningText {
  Html words = {};
  std::string spoken = std::string(component_words().warning); // said instead of the mark
  Extra extra = {};
};
Html warning_text(const WarningText& warning);
Html warning_text(std::string_view words);

enum class Folded { closed, open };
// Closed until asked for; printed open.
struct Details {
  Html summary = {};
  Html content = {};
  Folded folded = Folded::closed;
  std::string id = {};
  Extra extra = {};
};
Html details(const Details& details);
Html details(const Html& summary, const Html& content);

// The confirmation that something was done. Once a page.
struct Panel {
  Html title = {};
  Html body = {};
  int heading_level = 1;
  Extra extra = {};
};
Html panel(const Panel& panel);

// Stands between an unusual answer and what follows from it; the only thing on its page. Without a field: the
// actions are to go on and to go back, each a button or a link of the inverse kind.
struct Interruption {
  Html title = {};
  Html body = {};
  std::vector<Html> actions = {};
  std::optional<Extra> around_actions = {};
  int heading_level = 1;
  Extra extra = {};
};
Html interruption(const Interruption& interruption);

// Something to know before anything else on the page, or that what was asked has been done. Several on one
// page need title ids of their own.
struct NotificationBanner {
  enum class Kind { important, success } kind = Kind::important;
  Html title = {}; // empty: "Important", "Success"
  Html content = {};
  int heading_level = 2;
  std::string title_id = "govuk-notification-banner-title";
  std::string role = {}; // empty: "region"; of a success "alert"
  // For pages with the Design System's script, which moves the focus to a success.
  std::optional<bool> without_focus = {};
  Extra extra = {};
};
Html notification_banner(const NotificationBanner& banner);
// The banner's content when it is one line of text.
Html notification_heading(std::string_view words);

struct PhaseBanner {
  Tag tag = {};
  Html words = {};
  Extra extra = {};
};
Html phase_banner(const PhaseBanner& banner);

} // namespace probity::html
