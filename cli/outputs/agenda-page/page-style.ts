import { dimensionColors } from "../dimension-colors";

const dimensionClasses = dimensionColors
  .map(({ fill, text }, index) => `.d${index}{--dim:${fill};--dim-text:${text}}`)
  .join("\n");

/** The style of the page, as text: light and dark, narrow and wide, and print on one sheet. */
export const pageStyle = `
:root{color-scheme:light dark;--bg:#fff;--text:#1f2933;--quiet:#52606d;--line:#cbd2d9;--soft:#f3f5f7;--link:#0b4f8a}
@media screen and (prefers-color-scheme:dark){:root{--bg:#12181e;--text:#e6eaee;--quiet:#a6b1bb;--line:#3b4754;--soft:#1b232b;--link:#8cc4f0}}
${dimensionClasses}
*{box-sizing:border-box}
html{font:100%/1.45 system-ui,-apple-system,"Segoe UI",Roboto,"Liberation Sans",Arial,sans-serif}
body{margin:0 auto;padding:1.5rem clamp(.75rem,3vw,2rem);max-width:72rem;background:var(--bg);color:var(--text);overflow-wrap:anywhere}
h1{font-size:clamp(1.2rem,1rem + .8vw,1.5rem);line-height:1.25;margin:.25rem 0 .75rem;max-width:62rem;text-wrap:balance}
h2{font-size:1.2rem;margin:0 0 .6rem}
h3{font-size:1rem;margin:1.1rem 0 .4rem;color:var(--quiet)}
p{margin:.2rem 0}
.facts,.quiet,footer,.cautions{color:var(--quiet);font-size:.875rem}
.cautions{margin:.25rem 0 0;padding-left:1.1rem;max-width:52rem}
main{display:grid;grid-template-columns:minmax(0,1.15fr) minmax(0,1fr);gap:2rem 2.5rem;margin-top:1.5rem}
section+section{margin-top:1.75rem}
ol,ul{list-style:none;margin:0;padding:0}
.cautions{list-style:disc}
.items>li{display:grid;grid-template-columns:5.5rem minmax(0,1fr);gap:.75rem;padding:.45rem 0;border-top:1px solid var(--line)}
.minutes{font-variant-numeric:tabular-nums;font-weight:600;text-align:right}
.minutes.open{font-weight:400;font-size:.875rem;line-height:1.66;white-space:nowrap;color:var(--quiet)}
.words{margin:0}
.chips{display:flex;flex-wrap:wrap;gap:.3rem;margin-top:.3rem}
.chip{font-size:.8125rem;line-height:1.3;padding:.1rem .5rem .1rem .15rem;border:1px solid var(--line);border-radius:1rem;background:var(--soft)}
.chip.perhaps{border-style:dashed}
.code{display:inline-block;padding:0 .4rem;border-radius:1rem;background:var(--dim);color:var(--dim-text);font-weight:700}
table{width:100%;border-collapse:collapse}
th{font-weight:400;text-align:left;padding:.2rem .5rem .2rem 0}
td{padding:.2rem 0}
.number{text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums;padding-right:.75rem}
.wide{width:45%}
.bar{display:block;width:100%;height:.75rem}
.bar rect{fill:var(--dim)}
.plain{--dim:var(--quiet)}
.questions li{padding:.2rem 0}
.findings li{padding:.5rem 0;border-top:1px solid var(--line)}
.facts{margin-bottom:.5rem}
.suggestion{font:inherit;white-space:pre-wrap;tab-size:0;user-select:all;margin:.4rem 0 .2rem;padding:.45rem .7rem;background:var(--soft);border-left:.25rem solid var(--link);border-radius:.25rem}
.cell+.cell:not(:empty)::before{content:"|";color:var(--quiet);margin:0 .5em}
.suggestion .cell:empty+.cell::before{content:none}
.suggestion:focus-visible{outline:3px solid var(--link);outline-offset:2px}
footer{margin-top:2rem}
@media (max-width:52rem){main{grid-template-columns:minmax(0,1fr)}}
@media (max-width:28rem){.items>li{grid-template-columns:minmax(0,1fr);gap:.1rem}.minutes{text-align:left}.wide{width:30%}}
@media print{
@page{margin:11mm}
html{font-size:8.5pt;line-height:1.3}
body{padding:0;max-width:none}
main{display:block;columns:2;column-gap:7mm;margin-top:3mm}
.column{display:contents}
body.full{font-size:.82em}
body.full h1{font-size:11pt}
.full .quiet,.full .cautions{font-size:.95em}
.column+.column>section{margin-top:4mm}
.items>li{break-inside:avoid}
*{print-color-adjust:exact;-webkit-print-color-adjust:exact}
h1{font-size:13pt;margin-bottom:2mm}
h2{font-size:10.5pt}
h3{margin:2mm 0 .5mm;font-size:9pt}
h2,h3{break-after:avoid}
section+section{margin-top:4mm}
.items>li{padding:.8mm 0;gap:2mm;grid-template-columns:4.6rem minmax(0,1fr)}
.findings li{padding:1mm 0;break-inside:avoid}
.chip{font-size:7pt}
.suggestion{padding:.8mm 2mm;margin:.8mm 0}
footer{margin-top:3mm}
}
`;
