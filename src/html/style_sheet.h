// How every page looks. Our own sheets over the Design System's class names (docs/decisions/our_own_look.md):
// no crown, no logo, no typeface of theirs, colours of our own. Text contrast is at least 4.5:1, marks' 3:1.
#pragma once

#include "html/writer.h"

namespace probity::html {

// Text, layout, components.
inline constexpr StyleSheet page_sheet = R"css(
:root{--ink:#16202a;--soft:#4a5560;--line:#c9d0d6;--wash:#f2f5f6;--brand:#123f46;--mark:#e3a72f;--link:#14558f}
*,*::before,*::after{box-sizing:border-box}
html{background:var(--wash);-webkit-text-size-adjust:100%}
body{margin:0;background:#fff;color:var(--ink);font:18px/1.45 Arial,Helvetica,sans-serif;overflow-wrap:break-word}
.govuk-width-container{max-width:1140px;margin:0 auto;padding:0 30px}
.govuk-skip-link{position:absolute;left:-9999px}
.govuk-skip-link:focus{position:static;display:block;padding:10px 30px}
.govuk-visually-hidden{position:absolute;width:1px;height:1px;margin:-1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.govuk-generic-header{background:var(--brand);color:#fff;border-bottom:6px solid var(--mark)}
.govuk-generic-header__container{padding-top:14px;padding-bottom:12px}
.govuk-generic-header__homepage-link{color:#fff;text-decoration:none;font-size:25px;font-weight:700;letter-spacing:.2px;display:inline-flex;align-items:center;gap:11px}
.govuk-generic-header__homepage-link:hover{color:#fff;text-decoration:underline}
.govuk-generic-header__homepage-link:focus{color:var(--ink)}
.govuk-generic-header__homepage-link svg{flex:none;stroke:currentColor;fill:none;stroke-width:3.2}
.govuk-service-navigation{background:var(--wash);border-bottom:1px solid var(--line)}
.govuk-service-navigation__container{display:flex;flex-wrap:wrap;gap:0 34px;align-items:baseline}
.govuk-service-navigation__service-name{font-weight:700;padding:12px 0}
.govuk-service-navigation__list{display:flex;flex-wrap:wrap;gap:0 26px;list-style:none;margin:0;padding:0}
.govuk-service-navigation__item{margin:0;padding:12px 0 9px;border-bottom:4px solid transparent}
.govuk-service-navigation__item--active{border-color:var(--brand)}
.govuk-service-navigation__toggle[hidden]{display:none}
.govuk-phase-banner__content{display:flex;gap:12px;align-items:baseline;max-width:none;margin:0;padding:10px 0;border-bottom:1px solid var(--line);font-size:16px}
.govuk-breadcrumbs{padding-top:16px;font-size:16px}
.govuk-breadcrumbs__list{display:flex;flex-wrap:wrap;list-style:none;margin:0;padding:0}
.govuk-breadcrumbs__list-item{margin:0}
.govuk-breadcrumbs__list-item+.govuk-breadcrumbs__list-item::before{content:"";display:inline-block;width:7px;height:7px;margin:0 12px 2px 9px;border:solid var(--soft);border-width:1px 1px 0 0;transform:rotate(45deg)}
.govuk-back-link{display:inline-block;margin-top:16px;font-size:16px}
.govuk-back-link::before{content:"";display:inline-block;width:7px;height:7px;margin:0 7px 1px 2px;border:solid currentColor;border-width:0 0 1px 1px;transform:rotate(45deg)}
main{display:block;padding-top:30px!important;padding-bottom:56px!important}
main:focus{outline:0}
footer{background:var(--wash);border-top:1px solid var(--line);padding:25px 0;font-size:15px;color:var(--soft)}
footer p{margin:0 0 8px;max-width:46em}
h1{font-size:42px;line-height:1.12;margin:0 0 18px;overflow-wrap:break-word;letter-spacing:-.4px}
h2{font-size:29px;line-height:1.2;margin:56px 0 16px;letter-spacing:-.2px}
h3{font-size:21px;line-height:1.28;margin:34px 0 10px}
p{margin:0 0 16px;max-width:43em}
.caption{display:block;font-size:21px;font-weight:400;color:var(--soft);margin-bottom:7px;letter-spacing:0}
a{color:var(--link);text-underline-offset:.14em;text-decoration-thickness:1px}
a:hover{color:#0b3559;text-decoration-thickness:2px}
a:focus,summary:focus,pre:focus,.probity-scrolls:focus{outline:3px solid transparent;background:#ffd84a;color:var(--ink);box-shadow:0 -2px #ffd84a,0 4px var(--ink);text-decoration:none}
ul{margin:0 0 16px;padding-left:22px}
li{margin-bottom:5px}
code{font:.86em/1.4 "DejaVu Sans Mono",Menlo,Consolas,monospace;overflow-wrap:anywhere}
pre{margin:0 0 20px;padding:16px 18px;background:var(--wash);border-left:4px solid var(--line);overflow-x:auto;line-height:1.5}
pre code{overflow-wrap:normal;white-space:pre}
.govuk-tag{display:inline-block;padding:2px 9px 3px;background:#d9e6f2;color:#123c63;font-size:16px;font-weight:400;line-height:1.35;white-space:nowrap;border-radius:3px}
.govuk-tag--grey{background:#e6eaed;color:#2a343c}
.govuk-tag--green{background:#d2e8da;color:#0c4f2c}
.govuk-tag--yellow{background:#fbecc0;color:#594100}
.govuk-tag--red{background:#f6d9d2;color:#70210f}
.govuk-tag--teal{background:#d0e8e8;color:#0d4a50}
.govuk-tag--purple{background:#e6dcf0;color:#44276a}
.govuk-tag--magenta{background:#f6dbe8;color:#6f1446}
.govuk-tag--orange{background:#fbe0cc;color:#6b3206}
.govuk-inset-text{border-left:8px solid var(--line);padding:13px 18px;margin:24px 0;max-width:47em}
.govuk-inset-text>:last-child{margin-bottom:0}
.govuk-warning-text{display:flex;gap:14px;align-items:flex-start;margin:24px 0;max-width:47em}
.govuk-warning-text__icon{flex:none;width:34px;height:34px;border-radius:50%;background:var(--ink);color:#fff;font-weight:700;font-size:25px;line-height:34px;text-align:center}
.govuk-warning-text__text{padding-top:4px}
.govuk-notification-banner{border:4px solid var(--brand);margin:0 0 30px}
.govuk-notification-banner--success{border-color:#14653c}
.govuk-notification-banner__header{background:var(--brand);padding:3px 18px 6px}
.govuk-notification-banner--success .govuk-notification-banner__header{background:#14653c}
.govuk-notification-banner__title{font-size:18px;margin:0;color:#fff}
.govuk-notification-banner__content{padding:16px 18px 4px}
.govuk-notification-banner__heading{font-size:22px;font-weight:700;margin:0 0 12px}
.govuk-panel{background:#14653c;color:#fff;padding:30px;margin:0 0 26px}
.govuk-panel__title{margin:0 0 12px}
.govuk-panel__body{font-size:24px}
.govuk-panel--interruption{background:var(--brand)}
.govuk-panel--interruption .govuk-panel__body{font-size:inherit;max-width:38em}
.govuk-panel--interruption a{color:#fff}
.govuk-panel--interruption a:focus{color:var(--ink)}
.govuk-panel__actions{margin-top:26px}
.govuk-button-group{display:flex;flex-wrap:wrap;gap:12px 24px;align-items:baseline}
.govuk-button-group .govuk-button{margin-bottom:0}
.govuk-summary-list{margin:0 0 26px}
.govuk-summary-list__row{display:grid;grid-template-columns:minmax(0,29%) minmax(0,1fr) auto;gap:20px;border-bottom:1px solid var(--line);padding:9px 0 10px}
.govuk-summary-list__key{font-weight:700}
.govuk-summary-list__value,.govuk-summary-list__actions{margin:0;overflow-wrap:anywhere}
.govuk-summary-list__value>:last-child{margin-bottom:0}
.govuk-summary-list__actions-list,.govuk-summary-card__actions{display:flex;flex-wrap:wrap;gap:4px 16px;list-style:none;margin:0;padding:0}
.govuk-summary-card{border:1px solid var(--line);margin:0 0 26px}
.govuk-summary-card__title-wrapper{display:flex;flex-wrap:wrap;gap:6px 26px;justify-content:space-between;background:var(--wash);padding:13px 18px}
.govuk-summary-card__title{font-size:18px;margin:0}
.govuk-summary-card__content{padding:8px 18px 0}
.govuk-summary-card__content .govuk-summary-list{margin-bottom:12px}
.govuk-summary-card .govuk-summary-list__row:last-child{border-bottom:0}
.govuk-table{width:100%;border-collapse:collapse;margin:0 0 26px;font-size:16px;line-height:1.38}
.govuk-table__caption{text-align:left;font-weight:700;font-size:18px;padding-bottom:8px}
.govuk-table__header,.govuk-table__cell{text-align:left;vertical-align:top;padding:9px 18px 9px 0;border-bottom:1px solid var(--line);overflow-wrap:break-word}
.govuk-table__row>:last-child{padding-right:0}
.govuk-table__head .govuk-table__header{vertical-align:bottom;border-bottom-color:var(--soft)}
.govuk-table__body .govuk-table__header{font-weight:400}
.probity-table__foot th,.probity-table__foot td{font-weight:700;border-bottom:1px solid var(--ink)}
.govuk-table__header--numeric,.govuk-table__cell--numeric{text-align:right;font-variant-numeric:tabular-nums}
.govuk-table__cell--numeric{white-space:nowrap}
.govuk-table__cell.probity-wraps{white-space:normal}
.govuk-table__row:target{background:#fdf1c7}
.govuk-details{margin:0 0 14px}
.govuk-details__summary{color:var(--link);cursor:pointer;text-decoration:underline;text-underline-offset:.14em;text-decoration-thickness:1px;display:list-item;padding:5px 0;width:fit-content;max-width:100%}
.govuk-details__text{border-left:4px solid var(--line);padding:12px 0 2px 20px;margin-top:6px}
.govuk-details__text>:last-child{margin-bottom:10px}
.govuk-pagination{display:flex;flex-wrap:wrap;gap:6px 18px;align-items:baseline;margin:26px 0}
.govuk-pagination__list{display:flex;flex-wrap:wrap;list-style:none;margin:0;padding:0}
.govuk-pagination__item{margin:0}
.govuk-pagination__link,.govuk-pagination__item--ellipsis{display:inline-block;padding:8px 12px;min-width:40px;text-align:center}
.govuk-pagination__item--current .govuk-pagination__link{background:var(--brand);color:#fff;font-weight:700;text-decoration:none}
.govuk-pagination__icon{fill:currentColor;margin:0 6px;vertical-align:-1px}
.probity-scrolls{overflow-x:auto}
.headline{display:grid;grid-template-columns:minmax(0,5fr) minmax(0,6fr);gap:10px 46px;align-items:start;margin:26px 0 26px}
.figure-panel{background:var(--brand);color:#fff;padding:24px 28px 26px;border-radius:4px}
.figure-panel p{margin:0}
.figure-panel .what{font-size:20px;font-weight:700}
.figure-panel .sum{font-size:50px;font-weight:700;line-height:1.15;margin:4px 0 8px;overflow-wrap:anywhere;letter-spacing:-.5px}
.takeaway{font-size:22px;line-height:1.38}
.contents{border-top:1px solid var(--line);border-bottom:1px solid var(--line);padding:16px 0 12px;margin:34px 0 0}
.contents ul{list-style:none;padding:0;margin:0;columns:2;column-gap:40px}
.contents li{padding:3px 0;break-inside:avoid}
.strong{font-weight:700}
.small{display:block;font-size:15px;font-weight:400;color:var(--soft);margin-top:2px}
td .small code,th .small code{font-size:13px}
.plain{list-style:none;padding:0;margin:0}
.plain li{margin:0 0 3px}
@media (max-width:900px){
.headline{grid-template-columns:minmax(0,1fr)}
}
@media (max-width:640px){
body{font-size:17px}
.govuk-width-container{padding:0 16px}
.govuk-skip-link:focus{padding:10px 16px}
.govuk-service-navigation__container,.govuk-service-navigation__list{display:block}
.govuk-service-navigation__service-name{display:block;padding:10px 0 4px}
.govuk-service-navigation__list{padding-bottom:8px}
.govuk-service-navigation__item{padding:5px 0 5px 10px;border-bottom:0;border-left:4px solid transparent;margin-left:-14px}
h1{font-size:30px}
h2{font-size:24px;margin-top:44px}
.caption{font-size:18px}
.figure-panel{padding:18px 18px 20px}
.figure-panel .sum{font-size:36px}
.takeaway{font-size:19px}
.contents ul{columns:1}
.contents li{padding:4px 0}
.contents a{display:inline-block;min-height:24px}
.govuk-summary-list__row{grid-template-columns:minmax(0,1fr);gap:2px}
pre{padding:12px}
.probity-table--stacks,.probity-table--stacks tbody,.probity-table--stacks tfoot,.probity-table--stacks caption{display:block}
.probity-table--stacks thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.probity-table--stacks tr{display:block;border-bottom:1px solid var(--line);padding:10px 0}
.probity-table--stacks tbody tr:first-child{border-top:1px solid var(--line)}
.probity-table--stacks th,.probity-table--stacks td{display:grid;grid-template-columns:minmax(0,36%) minmax(0,1fr);gap:12px;border:0;padding:3px 0;text-align:left;white-space:normal}
.probity-table--stacks th>*,.probity-table--stacks td>*{grid-column:2}
.probity-table--stacks th[data-column]{display:block;font-weight:700;padding-bottom:5px}
.probity-table--stacks td[data-column]::before{content:attr(data-column);grid-column:1;grid-row:1;color:var(--soft)}
.probity-table--stacks td[data-empty]{display:none}
.govuk-details__text{padding-left:12px}
}
@media print{
html,body{background:#fff}
body{font-size:11pt}
@page{margin:15mm}
.govuk-skip-link,.contents,.govuk-breadcrumbs,.govuk-pagination,.govuk-service-navigation__wrapper{display:none}
.govuk-width-container{max-width:none;padding:0}
.govuk-generic-header{background:#fff;color:var(--ink);border-bottom:2pt solid var(--ink)}
.govuk-generic-header__homepage-link{color:var(--ink)}
.govuk-service-navigation,footer{background:#fff}
h1{font-size:22pt}h2{font-size:15pt;margin:18pt 0 6pt}h3{font-size:12pt}
h2,h3,caption{break-after:avoid}
.govuk-table{font-size:9.5pt}
thead{display:table-header-group}
tr,figure,.figure-panel,.govuk-summary-list__row{break-inside:avoid}
.figure-panel{background:#fff;color:var(--ink);border:2pt solid var(--ink)}
.figure-panel .sum{font-size:28pt}
.takeaway{font-size:13pt}
.govuk-tag{border:1pt solid var(--ink);-webkit-print-color-adjust:exact;print-color-adjust:exact}
pre{white-space:pre-wrap}pre code{white-space:pre-wrap;overflow-wrap:anywhere}
details:not([open])>:not(summary){display:block}
details::details-content{content-visibility:visible;height:auto}
summary{list-style:none;color:var(--ink)!important;text-decoration:none!important;font-weight:700}
a{color:var(--ink)}
}
@media (forced-colors:active){
.figure-panel,.govuk-tag,.govuk-generic-header{border:1px solid}
}
)css";

// Charts, on pages that have any.
inline constexpr StyleSheet chart_sheet = R"css(
figure{margin:0}
.probity-figure{margin:30px 0 40px;padding-top:2px}
.probity-figure>h3{margin-top:0}
.probity-figure__words{font-size:19px;line-height:1.42}
.probity-figure__body{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,1fr);gap:10px 46px;align-items:start;margin-bottom:8px}
.probity-figure__body--wide{grid-template-columns:minmax(0,1fr)}
.probity-figure__drawing>svg{display:block;width:100%;overflow:visible}
.probity-mark{overflow:visible}
.probity-axis{margin:0 0 4px;font-size:14px;color:var(--soft);max-width:none}
.probity-axis--along{text-align:center;margin:2px 0 16px}
.probity-key{list-style:none;margin:0 0 12px;padding:0;display:flex;flex-wrap:wrap;gap:4px 22px;font-size:16px}
.probity-key li{margin:0;display:flex;align-items:center;gap:8px}
.probity-key svg{flex:none;overflow:visible}
svg text{font-family:Arial,Helvetica,sans-serif;font-size:14px;fill:var(--ink);paint-order:stroke;stroke:#fff;stroke-width:4px;stroke-linejoin:round}
svg .soft{fill:var(--soft)}
svg .bold{font-weight:700}
svg .sum-text{font-weight:700;font-variant-numeric:tabular-nums}
svg .zero{stroke:var(--ink);stroke-width:1}
svg .grid{stroke:#dfe4e8;stroke-width:1}
svg .joint{stroke:var(--soft);stroke-width:1;stroke-dasharray:3 3}
svg .adds{fill:#1f7a78}
svg .takes{fill:url(#takes-pattern);stroke:#a5371c;stroke-width:1.5}
svg .takes-ground{fill:#fff}
svg .takes-stripe{stroke:#a5371c;stroke-width:4}
svg .sums{fill:var(--ink)}
svg path,svg line{vector-effect:non-scaling-stroke}
svg .curve{fill:none;stroke-width:2.4}
svg .band{stroke:none;opacity:.17}
svg .series-0{stroke:#14666b}
svg .series-1{stroke:#a5371c;stroke-dasharray:8 4}
svg .series-2{stroke:#5a3d8a;stroke-dasharray:2 4}
svg .series-3{stroke:#7a5c00;stroke-dasharray:10 3 2 3}
svg .band-0{fill:#14666b}
svg .band-1{fill:#a5371c}
svg .band-2{fill:#5a3d8a}
svg .band-3{fill:#7a5c00}
svg .limit{fill:none;stroke:var(--soft);stroke-width:1.6;stroke-dasharray:6 4}
svg .limit-outer{fill:none;stroke:var(--ink);stroke-width:1.6}
svg .middle{stroke:#14666b;stroke-width:2}
svg .dot{fill:#14666b;stroke:#fff;stroke-width:1}
svg .dot-warned{fill:#fff;stroke:#a5371c;stroke-width:2.5}
svg .dot-beyond{fill:#a5371c;stroke:#fff;stroke-width:1}
svg .whisker{stroke:var(--ink);stroke-width:2}
svg .bin{fill:#7fb4b5}
svg .bin-late{stroke:#a5371c;stroke-width:1}
svg .late-ground{fill:#fff}
svg .late-stripe{stroke:#a5371c;stroke-width:3}
svg .deadline{stroke:var(--ink);stroke-width:2.4}
@media (max-width:900px){
.probity-figure__body{grid-template-columns:minmax(0,1fr)}
}
@media (max-width:640px){
.probity-figure__words{font-size:17px}
svg text{font-size:13px}
}
@media print{
.probity-figure__body{grid-template-columns:minmax(0,1fr)}
svg rect,svg line,svg path,svg circle,svg pattern{-webkit-print-color-adjust:exact;print-color-adjust:exact}
}
@media (forced-colors:active){
svg .adds,svg .sums,svg .bin,svg .dot,svg .dot-beyond{fill:CanvasText}
svg text{fill:CanvasText;stroke:Canvas}
svg .zero,svg .joint,svg .takes,svg .curve,svg .limit,svg .limit-outer,svg .whisker,svg .deadline,svg .middle{stroke:CanvasText}
}
)css";

} // namespace probity::html
