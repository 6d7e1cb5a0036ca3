#include "pages/outcome/outcomes_page.h"
#include "pages/report/report_view.h"
#include "pages/report/report_words.h"

namespace probity::pages {

using html::element;
using html::Html;

Html outcomes_report_part(const ReportView& view) {
  const ReportWords& words = report_words();
  const outcome::Report* report = view.input.outcomes;
  if (report == nullptr) {
    Html out = element("h1", words.outcomes);
    out << html::inset_text(html::paragraph(view.input.no_outcomes));
    return out;
  }
  Html out = element("h1", report->title);
  const bool final = report->status == outcome::Status::final;
  Html state = html::tag(final ? words.final_state : words.provisional,
                         final ? html::Tone::good : html::Tone::attention);
  if (!final && report->final_from)
    state << html::text(" ") << element("span", final_from(*report->final_from));
  out << element("p", state) << outcomes_part(*report);
  return out;
}

} // namespace probity::pages
