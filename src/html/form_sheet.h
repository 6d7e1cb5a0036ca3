// How forms and the frame of a service look; goes after page_sheet.
#pragma once

#include "html/writer.h"

namespace probity::html {

inline constexpr StyleSheet form_sheet = R"css(
.govuk-form-group{margin:0 0 28px}
.govuk-form-group--error{border-left:5px solid #a3200d;padding-left:15px}
.govuk-label{display:block;margin-bottom:5px}
.govuk-label--m,.govuk-fieldset__legend--m{font-size:21px;font-weight:700}
.govuk-hint{color:var(--soft);margin-bottom:10px}
.govuk-fieldset{border:0;margin:0;padding:0;min-width:0}
.govuk-fieldset__legend{padding:0;margin-bottom:10px}
.govuk-fieldset__legend--l{margin-bottom:14px}
.govuk-fieldset__heading{margin:0}
.govuk-error-message{color:#a3200d;font-weight:700;margin-bottom:12px}
.govuk-input{width:100%;max-width:24em;height:44px;padding:5px 9px;border:2px solid var(--ink);border-radius:0;background:#fff;color:var(--ink);font:inherit;appearance:none}
.govuk-input--error{border-color:#a3200d}
.govuk-input--width-10{max-width:10em}
.govuk-input:focus,.govuk-radios__input:focus+.govuk-radios__label::before,.govuk-error-summary:focus{outline:3px solid #ffd84a;outline-offset:0;box-shadow:inset 0 0 0 2px var(--ink)}
.govuk-input__wrapper{display:flex;align-items:stretch;max-width:24em}
.govuk-input__suffix{padding:8px 12px;border:2px solid var(--ink);border-left:0;background:#f1f1ee;white-space:nowrap}
.govuk-input--width-2{max-width:3.4em}
.govuk-input--width-4{max-width:5em}
.govuk-date-input{display:flex;flex-wrap:wrap;gap:0 16px}
.govuk-date-input .govuk-form-group{margin-bottom:0}
.govuk-select{max-width:100%;height:44px;padding:5px 9px;border:2px solid var(--ink);border-radius:0;background:#fff;color:var(--ink);font:inherit}
.govuk-textarea{display:block;width:100%;max-width:40em;min-height:44px;padding:7px 9px;border:2px solid var(--ink);border-radius:0;background:#fff;color:var(--ink);font:inherit}
.govuk-select--error,.govuk-textarea--error{border-color:#a3200d}
.govuk-select:focus,.govuk-textarea:focus{outline:3px solid #ffd84a;outline-offset:0;box-shadow:inset 0 0 0 2px var(--ink)}
.probity-written{white-space:pre-wrap}
.govuk-radios__item{position:relative;min-height:40px;margin-bottom:12px;padding-left:42px}
.govuk-radios__input{position:absolute;left:0;top:0;width:42px;height:42px;margin:0;opacity:0;cursor:pointer;z-index:1}
.govuk-radios__label{display:inline-block;padding:7px 12px;cursor:pointer;overflow-wrap:anywhere}
.govuk-radios__label::before{content:"";position:absolute;left:0;top:0;width:40px;height:40px;border:2px solid var(--ink);border-radius:50%;background:#fff}
.govuk-radios__input:focus+.govuk-radios__label::before{border-width:4px;box-shadow:0 0 0 4px #ffd84a;outline:3px solid transparent}
.govuk-radios__input:checked+.govuk-radios__label::after{content:"";position:absolute;left:10px;top:10px;border:10px solid var(--ink);border-radius:50%}
.govuk-radios--inline{display:flex;flex-wrap:wrap;gap:0 20px}
.govuk-radios__hint{padding:0 12px;margin:-4px 0 0}
.govuk-radios__conditional{margin:0 0 12px 18px;padding:4px 0 0 24px;border-left:4px solid var(--line)}
.govuk-button{display:inline-block;border:0;border-radius:0;padding:10px 18px 11px;background:#14653c;color:#fff;font:inherit;font-weight:700;line-height:1.2;text-decoration:none;cursor:pointer;box-shadow:0 3px 0 #0a3a21;margin:0 0 26px}
.govuk-button:hover{background:#0f5230;color:#fff}
.govuk-button:focus,.probity-quiet-button:focus{outline:3px solid transparent;background:#ffd84a;color:var(--ink);box-shadow:0 -2px #ffd84a,0 4px var(--ink)}
.govuk-button--inverse,.govuk-button--inverse:hover{background:#fff;color:#123f46;box-shadow:0 3px 0 #7d9a9e}
.probity-quiet-button{background:none;color:var(--link);box-shadow:none;padding:2px 4px;margin:0;font-weight:400;text-decoration:underline;text-underline-offset:.14em;min-height:24px}
.probity-quiet-button:hover{background:none;color:#0b3559}
.probity-account{display:flex;flex-wrap:wrap;gap:2px 14px;align-items:baseline;padding:0 0 9px;font-size:16px}
.probity-account form{margin:0}
.probity-facts{margin:0;padding:0;list-style:none}
.probity-identity{display:flex;flex-wrap:wrap;gap:6px 26px;margin:0 0 18px;padding:12px 16px;border:1px solid var(--line);border-left:6px solid var(--ink);font-size:16px}
.probity-identity dt{font-weight:700}
.probity-identity dd{margin:0}
.govuk-service-navigation__inlining-container{display:flex;flex-wrap:wrap;gap:0 34px;align-items:baseline;justify-content:space-between}
.govuk-error-summary{border:5px solid #a3200d;padding:18px 20px 4px;margin:0 0 30px}
.govuk-error-summary__title{font-size:22px;margin:0 0 12px}
.govuk-error-summary__list{list-style:none;margin:0 0 16px;padding:0}
.govuk-error-summary__list a{color:#a3200d;font-weight:700}
.govuk-error-summary__list a:focus{color:var(--ink)}
.probity-choices{display:flex;flex-wrap:wrap;gap:4px 18px;align-items:baseline;margin:0 0 18px;font-size:16px}
.probity-choices ul{display:flex;flex-wrap:wrap;gap:4px 18px;list-style:none;margin:0;padding:0}
.probity-choices li{margin:0}
.probity-choices a{display:inline-block;min-height:24px}
.probity-choices a[aria-current]{color:var(--ink);font-weight:700;text-decoration:none}
.probity-sides{border-bottom:1px solid var(--line);padding-bottom:10px}
.probity-letter{max-width:38em;border:1px solid var(--line);background:#fff;padding:28px 32px;margin:0 0 30px}
.probity-people th[scope=row]{min-width:11em}
.probity-releases th[scope=row]{width:20%}
.probity-releases td:last-child{width:56%}
.probity-items{display:grid;grid-template-columns:repeat(2,minmax(0,1fr));gap:4px 30px;list-style:none;margin:0;padding:0}
.probity-items li{display:flex;justify-content:space-between;align-items:baseline;gap:10px;margin:0}
.probity-items .govuk-tag{flex:none}
.probity-people .govuk-tag{white-space:normal}
@media (max-width:900px){.probity-items{grid-template-columns:minmax(0,1fr)}}
@media (max-width:640px){.probity-releases td:last-child{display:block;width:auto}.probity-releases td:last-child::before{display:block;margin-bottom:4px}}
.probity-progress{width:100%;max-width:30em;height:22px;accent-color:#14653c}
.probity-sheets form{display:flex;flex-wrap:wrap;gap:6px 18px;align-items:baseline;margin:0 0 26px}
@media (forced-colors:active){.govuk-radios__input{opacity:1;width:24px;height:24px;top:8px}.govuk-radios__label::before,.govuk-radios__label::after{display:none}}
@media print{.probity-account,.govuk-button,.probity-sides,.probity-not-printed,.govuk-back-link{display:none}.probity-letter{border:0;padding:0}}
)css";

} // namespace probity::html
