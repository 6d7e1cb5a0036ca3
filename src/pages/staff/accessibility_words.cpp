#include "pages/staff/accessibility_words.h"

namespace probity::pages {

const AccessibilityWords& accessibility_words() {
  static const AccessibilityWords english = {
      .title = "Accessibility statement",
      .explained =
          "This says how far the pages of this service can be used by everybody, and what is known to stand "
          "in the way.",
      .can = "What you can do on every page",
      .tested = "How that is known",
      .tested_text =
          "Every page is opened in a browser whenever the program is tested, at the width of a desk and at "
          "320 "
          "pixels. axe looks on it for breaches of WCAG 2.2, levels A and AA, and finds none. The commonest "
          "work is done there by keyboard alone and without a script.",
      .not_tested =
          "Nobody who uses a screen reader, magnification or speech to work has tried these pages yet, and "
          "no "
          "independent audit was made. Machines find only part of what stands in the way. So we do not claim "
          "that the service meets WCAG 2.2.",
      .issues = "What is known to stand in the way",
      .tell = "If something stands in your way",
      .tell_text =
          "Tell whoever gave you your account: say which page it was and what you could not do. They can "
          "give "
          "you what is on any page in another form, and pass what you say on to those who make the program.",
      .law =
          "If you are not content with the answer, the Equality Advisory and Support Service (EASS) advises "
          "on the Public Sector Bodies (Websites and Mobile Applications) Accessibility Regulations 2018.",
      .what_can = {{"Reach and use everything by keyboard, with the place you are at marked",
                    "Work without scripts: no page has any",
                    "Enlarge the text to 400 %, or use a narrow screen, without scrolling sideways",
                    "Read every chart as a table, and every colour as a word", "Print the page",
                    "Send a form after you were signed out: what you typed is not lost"}},
      .what_issues =
          {{"You are signed out after 30 minutes without opening a page or sending a form, and after 12 "
            "hours in "
            "all. There is no warning at the time, because pages have no script; forms say until when you "
            "are signed in.",
            "While the ledger is verified or a statement is computed, the page reads itself again every 5 "
            "seconds. A link on it stops that.",
            "Tables with many columns are set as blocks, one below the other, on a narrow screen; there you "
            "cannot compare along a column.",
            "Long lists of fields, as in the forms of some commands, are on one page and not one question at "
            "a "
            "time.",
            "Pages are in English alone."}},
  };
  return english;
}

} // namespace probity::pages
