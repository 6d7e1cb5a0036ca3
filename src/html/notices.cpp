#include "html/notices.h"

namespace probity::html {
namespace {

std::string_view tone_class(Tone tone) {
  switch (tone) {
  case Tone::neutral:
    return "govuk-tag--grey";
  case Tone::good:
    return "govuk-tag--green";
  case Tone::attention:
    return "govuk-tag--yellow";
  case Tone::bad:
    return "govuk-tag--red";
  }
  return "";
}

std::vector<Attribute> with_id(std::vector<Attribute> attributes, const std::string& id) {
  if (!id.empty()) attributes.push_back({"id", id});
  return attributes;
}

} // namespace

Html tag(const Tag& tag) {
  return element("strong", with_extra("govuk-tag", tag.extra), tag.words);
}

Html tag(std::string_view words, Tone tone) {
  return tag(Tag{text(words), {std::string(tone_class(tone)), {}}});
}

Html inset_text(const InsetText& inset) {
  return element("div", with_id(with_extra("govuk-inset-text", inset.extra), inset.id), inset.content);
}

Html inset_text(const Html& content) {
  return inset_text(InsetText{content, "", {}});
}

Html warning_text(const WarningText& warning) {
  Html out = element("span", {{"class", "govuk-warning-text__icon"}, {"aria-hidden", "true"}}, "!");
  Html words = element("span", {{"class", "govuk-visually-hidden"}}, warning.spoken);
  words << text(" ") << warning.words;
  out << text(" ") << element("strong", {{"class", "govuk-warning-text__text"}}, words);
  return element("div", with_extra("govuk-warning-text", warning.extra), out);
}

Html warning_text(std::string_view words) {
  WarningText warning;
  warning.words = text(words);
  return warning_text(warning);
}

Html details(const Details& details) {
  Html out = element("summary", {{"class", "govuk-details__summary"}},
                     element("span", {{"class", "govuk-details__summary-text"}}, details.summary));
  out << element("div", {{"class", "govuk-details__text"}}, details.content);
  std::vector<Attribute> attributes = with_id(with_extra("govuk-details", details.extra), details.id);
  if (details.folded == Folded::open) attributes.push_back({"open", ""});
  return element("details", attributes, out);
}

Html details(const Html& summary, const Html& content) {
  return details(Details{summary, content, Folded::closed, "", {}});
}

namespace {

Html in_panel(const Html& title, const Html& body, int heading_level) {
  Html out = element(heading_name(heading_level), {{"class", "govuk-panel__title"}}, title);
  if (!body.empty()) out << element("div", {{"class", "govuk-panel__body"}}, body);
  return out;
}

} // namespace

Html interruption(const Interruption& interruption) {
  Html out = in_panel(interruption.title, interruption.body, interruption.heading_level);
  if (!interruption.actions.empty() || interruption.around_actions) {
    Html actions;
    for (const Html& one : interruption.actions)
      actions << one;
    if (!actions.empty()) actions = element("div", {{"class", "govuk-button-group"}}, actions);
    out << element("div", with_extra("govuk-panel__actions", interruption.around_actions.value_or(Extra{})),
                   actions);
  }
  return element("div", with_extra("govuk-panel govuk-panel--interruption", interruption.extra), out);
}

Html panel(const Panel& panel) {
  const Html out = in_panel(panel.title, panel.body, panel.heading_level);
  return element("div", with_extra("govuk-panel govuk-panel--confirmation", panel.extra), out);
}

Html notification_banner(const NotificationBanner& banner) {
  const bool success = banner.kind == NotificationBanner::Kind::success;
  const Html title = banner.title.empty()
                         ? text(success ? component_words().success : component_words().important)
                         : banner.title;
  Html out =
      element("div", {{"class", "govuk-notification-banner__header"}},
              element(heading_name(banner.heading_level),
                      {{"class", "govuk-notification-banner__title"}, {"id", banner.title_id}}, title));
  out << element("div", {{"class", "govuk-notification-banner__content"}}, banner.content);
  const std::string_view otherwise = success ? "alert" : "region";
  std::vector<Attribute> attributes = with_extra(
      success ? "govuk-notification-banner govuk-notification-banner--success" : "govuk-notification-banner",
      banner.extra,
      {{"role", banner.role.empty() ? otherwise : std::string_view(banner.role)},
       {"aria-labelledby", banner.title_id},
       {"data-module", "govuk-notification-banner"}});
  if (banner.without_focus)
    attributes.push_back({"data-disable-auto-focus", *banner.without_focus ? "true" : "false"});
  return element("div", attributes, out);
}

Html notification_heading(std::string_view words) {
  return element("p", {{"class", "govuk-notification-banner__heading"}}, words);
}

Html phase_banner(const PhaseBanner& banner) {
  Tag with_class = banner.tag;
  with_class.extra.classes =
      "govuk-phase-banner__content__tag" +
      (banner.tag.extra.classes.empty() ? std::string() : " " + banner.tag.extra.classes);
  Html out = tag(with_class);
  out << text(" ") << element("span", {{"class", "govuk-phase-banner__text"}}, banner.words);
  return element("div", with_extra("govuk-phase-banner govuk-width-container", banner.extra),
                 element("p", {{"class", "govuk-phase-banner__content"}}, out));
}

} // namespace probity::html
