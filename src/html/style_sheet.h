// How every page looks: one sheet, inlined. Colours and spacing follow the GOV.UK Design System's published
// palette, without its crown, logo or typeface; text contrast is at least 4.5:1.
#pragma once

#include "html/writer.h"

namespace probity::html {

inline constexpr StyleSheet style_sheet = R"css(
*,*::before,*::after{box-sizing:border-box}
html{background:#f3f2f1;-webkit-text-size-adjust:100%}
body{margin:0;background:#fff;color:#0b0c0c;font:19px/1.4 Arial,sans-serif}
.width{max-width:1170px;margin:0 auto;padding:0 30px}
.skip{position:absolute;left:-9999px}
.skip:focus{position:static;display:block;padding:10px 30px}
header{background:#0b0c0c;color:#fff;border-bottom:10px solid #1d70b8}
header .width{display:flex;flex-wrap:wrap;gap:4px 24px;align-items:baseline;padding-top:12px;padding-bottom:10px}
.product{font-size:27px;font-weight:700}
.section{font-size:19px}
main{display:block;padding-top:30px!important;padding-bottom:50px!important}
main:focus{outline:0}
footer{background:#f3f2f1;border-top:1px solid #b1b4b6;padding:25px 0;font-size:16px}
footer p{margin:0 0 8px;max-width:44em}
h1{font-size:44px;line-height:1.1;margin:0 0 18px;overflow-wrap:break-word}
h2{font-size:30px;line-height:1.2;margin:54px 0 16px}
h3{font-size:22px;line-height:1.25;margin:32px 0 10px}
p{margin:0 0 16px;max-width:42em}
.caption{display:block;font-size:22px;font-weight:400;color:#484949;margin-bottom:6px}
a{color:#1a65a6;text-underline-offset:.12em}
a:hover{color:#0f385c}
a:focus,summary:focus,pre:focus{outline:3px solid transparent;background:#fd0;color:#0b0c0c;box-shadow:0 -2px #fd0,0 4px #0b0c0c;text-decoration:none}
ul{margin:0 0 16px;padding-left:22px}
li{margin-bottom:5px}
code{font:.86em/1.4 "DejaVu Sans Mono",Menlo,Consolas,monospace;overflow-wrap:anywhere}
pre{margin:0 0 20px;padding:16px 18px;background:#f3f2f1;overflow-x:auto;line-height:1.5}
pre code{overflow-wrap:normal;white-space:pre}
.tag{display:inline-block;padding:2px 9px 3px;background:#e5e6e7;color:#282d30;font-size:17px;font-weight:400;line-height:1.35;white-space:nowrap}
.tag-good{background:#cce2d8;color:#005a30}
.tag-attention{background:#fff7bf;color:#594d00}
.tag-bad{background:#f4cdc6;color:#651b0e}
.headline{display:grid;grid-template-columns:minmax(0,5fr) minmax(0,6fr);gap:10px 50px;align-items:start;margin:26px 0 26px}
.panel{background:#00703c;color:#fff;padding:26px 30px 28px}
.panel p{margin:0}
.panel .what{font-size:22px;font-weight:700}
.panel .sum{font-size:52px;font-weight:700;line-height:1.15;margin:4px 0 8px;overflow-wrap:anywhere}
.takeaway{font-size:24px;line-height:1.35}
.inset{border-left:10px solid #b1b4b6;padding:13px 16px;margin:24px 0;max-width:46em}
.inset>:last-child{margin-bottom:0}
.warning{display:flex;gap:14px;align-items:flex-start;margin:24px 0;max-width:46em}
.warning-mark{flex:none;width:35px;height:35px;border-radius:50%;background:#0b0c0c;color:#fff;font-weight:700;font-size:26px;line-height:35px;text-align:center}
.warning strong{padding-top:4px}
.unseen{position:absolute;width:1px;height:1px;margin:-1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.summary{margin:0 0 26px}
.summary>div{display:grid;grid-template-columns:minmax(0,30%) minmax(0,1fr);gap:20px;border-bottom:1px solid #cecece;padding:9px 0 10px}
.summary dt{font-weight:700}
.summary dd{margin:0;overflow-wrap:anywhere}
.contents{border-top:1px solid #cecece;border-bottom:1px solid #cecece;padding:16px 0 12px;margin:34px 0 0}
.contents ul{list-style:none;padding:0;margin:0;columns:2;column-gap:40px}
.contents li{padding:3px 0;break-inside:avoid}
table{width:100%;border-collapse:collapse;margin:0 0 26px;font-size:17px;line-height:1.35}
caption{text-align:left;font-weight:700;font-size:19px;padding-bottom:8px}
th,td{text-align:left;vertical-align:top;padding:10px 18px 10px 0;border-bottom:1px solid #cecece;overflow-wrap:break-word}
th:last-child,td:last-child{padding-right:0}
thead th{vertical-align:bottom}
tbody th{font-weight:400}
tfoot th,tfoot td{font-weight:700;border-bottom:1px solid #0b0c0c}
.number{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
.strong{font-weight:700}
.small{display:block;font-size:15px;font-weight:400;color:#484949;margin-top:2px}
td .small code,th .small code{font-size:14px}
tr:target{background:#fff7bf}
.plain{list-style:none;padding:0;margin:0}
.plain li{margin:0 0 3px}
details{margin:0 0 14px}
summary{color:#1a65a6;cursor:pointer;text-decoration:underline;text-underline-offset:.12em;display:list-item;padding:5px 0;width:fit-content;max-width:100%}
.details-content{border-left:5px solid #b1b4b6;padding:12px 0 2px 20px;margin-top:6px}
figure{margin:0}
.chart{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,1fr);gap:10px 50px;align-items:start}
.chart svg{display:block;width:100%;overflow:visible}
svg text{font-family:Arial,sans-serif;font-size:15px;fill:#0b0c0c;paint-order:stroke;stroke:#fff;stroke-width:4px}
svg .sum-text{font-weight:700;font-variant-numeric:tabular-nums}
svg .zero{stroke:#0b0c0c;stroke-width:1}
svg .joint{stroke:#505a5f;stroke-width:1;stroke-dasharray:3 3}
svg .adds{fill:#1d70b8}
svg .takes{fill:url(#takes-pattern);stroke:#b3301a;stroke-width:1.5}
svg .takes-ground{fill:#fff}
svg .takes-stripe{stroke:#b3301a;stroke-width:4}
svg .sums{fill:#0b0c0c}
@media (max-width:900px){
.chart,.headline{grid-template-columns:minmax(0,1fr)}
}
@media (max-width:640px){
body{font-size:17px}
.width{padding:0 16px}
.skip:focus{padding:10px 16px}
h1{font-size:30px}
h2{font-size:25px;margin-top:42px}
.caption{font-size:18px}
.panel{padding:18px 18px 20px}
.panel .sum{font-size:36px}
.takeaway{font-size:19px}
.contents ul{columns:1}
.contents li{padding:4px 0}
.contents a{display:inline-block;min-height:24px}
.summary>div{grid-template-columns:minmax(0,1fr);gap:2px}
pre{padding:12px}
table{font-size:16px}
svg text{font-size:14px}
.stacks,.stacks tbody,.stacks tfoot{display:block}
.stacks caption{display:block}
.stacks thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.stacks tr{display:block;border-bottom:1px solid #b1b4b6;padding:10px 0}
.stacks tbody tr:first-child{border-top:1px solid #b1b4b6}
.stacks th,.stacks td{display:grid;grid-template-columns:minmax(0,34%) minmax(0,1fr);gap:12px;border:0;padding:3px 0;text-align:left;white-space:normal}
.stacks th>*,.stacks td>*{grid-column:2}
.stacks th[data-column]{display:block;font-weight:700;padding-bottom:5px}
.stacks td[data-column]::before{content:attr(data-column);grid-column:1;grid-row:1;color:#484949}
.stacks td[data-empty]{display:none}
.details-content{padding-left:12px}
}
@media print{
html,body{background:#fff}
body{font-size:11pt}
@page{margin:15mm}
.skip,.contents{display:none}
.width{max-width:none;padding:0}
header{background:#fff;color:#0b0c0c;border-bottom:2pt solid #0b0c0c}
footer{background:#fff}
h1{font-size:22pt}h2{font-size:15pt;margin:18pt 0 6pt}h3{font-size:12pt}
h2,h3,caption{break-after:avoid}
table{font-size:9.5pt}
thead{display:table-header-group}
tr,figure,.panel,.summary>div{break-inside:avoid}
.panel{background:#fff;color:#0b0c0c;border:2pt solid #0b0c0c}
.panel .sum{font-size:28pt}
.takeaway{font-size:13pt}
.tag{border:1pt solid #0b0c0c}
svg rect,svg line,svg pattern,.tag{-webkit-print-color-adjust:exact;print-color-adjust:exact}
pre{white-space:pre-wrap}pre code{white-space:pre-wrap;overflow-wrap:anywhere}
details:not([open])>:not(summary){display:block}
details::details-content{content-visibility:visible;height:auto}
summary{list-style:none;color:#0b0c0c;text-decoration:none;font-weight:700}
a{color:#0b0c0c}
}
@media (forced-colors:active){
.panel,.tag,header{border:1px solid}
svg .adds,svg .sums{fill:CanvasText}
svg text{fill:CanvasText;stroke:Canvas}
svg .zero,svg .joint,svg .takes{stroke:CanvasText}
}
)css";

} // namespace probity::html
