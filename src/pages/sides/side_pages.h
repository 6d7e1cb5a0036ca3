// The sides of a case, each a function of what a service answered.
#pragma once

#include "pages/staff/pages.h"
#include "pages/staff/parts.h"
#include "service/sides/court_report_side.h"
#include "service/sides/enforcement_side.h"
#include "service/sides/further_offence_side.h"
#include "service/sides/plan_side.h"
#include "service/sides/plan_twins.h"
#include "service/sides/review_pack_side.h"
#include "service/sides/risk_side.h"

namespace probity::pages {

std::string enforcement_page(const service::EnforcementShown& shown, const Reader& reader);
std::string letter_page(const service::FailureLetter& letter, const Reader& reader);
std::string risk_page(const service::RiskShown& shown, const Reader& reader);
std::string plans_page(const service::PlansShown& shown, const Reader& reader);
std::string plan_twins_page(const service::PlanTwins& shown, const Reader& reader);
std::string court_reports_page(const service::CourtReportsShown& shown, const Reader& reader);
std::string further_offences_page(const service::FurtherOffencesShown& shown, const Reader& reader);

// Where the pack for the review of an offence is asked for.
std::string review_pack_path(const base::StreamId& person, const base::EntityId& offence);
// Of a pack that is there.
std::string review_pack_page(const service::ReviewPackShown& shown, const service::PackAsked& asked,
                             const Reader& reader);
// `error`: what is wrong with the day that was typed.
std::string review_pack_day_page(const service::PackAsked& asked, const std::string& error,
                                 const Reader& reader);

// What every one of them has: heading and ways to the other pages of the case, then `own`, then what is due,
// what can be done, and what was recorded. A side that says itself what is due leaves that out.
enum class Due { shown, said_by_side };
std::string side_page(const service::CaseSide& side, PageOfCase page, std::string_view title,
                      const html::Html& own, const Reader& reader, Due due = Due::shown);
// Who holds the case; a warning where nobody does.
html::Html holder_cell(const service::CaseSide& side);
// "Draft", in the tone of how it stands.
html::Html stage_tag(std::string_view words, html::Tone tone);
// A day in words, or "None".
html::Html day_cell(const std::optional<base::Day>& day);
// Codes in words, one a line; "None" when there are none.
html::Html codes_cell(const std::vector<std::string>& codes);

} // namespace probity::pages
