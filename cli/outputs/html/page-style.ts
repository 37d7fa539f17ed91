import { dimensionColors } from "../dimension-colors";

const dimensionClasses = dimensionColors
  .map(({ fill, text }, index) => `.d${index}{--dim:${fill};--dim-text:${text}}`)
  .join("\n");

/** The style of the page, as text: light and dark, narrow and wide, screen and print. */
export const pageStyle = `
:root{color-scheme:light dark;--bg:#fff;--text:#1f2933;--quiet:#52606d;--line:#cbd2d9;--soft:#f3f5f7;--link:#0b4f8a;
--l1:#e3eef8;--l2:#bcd8ef;--l3:#86b7e0;--l4:#5496d0;--cell:#0b1d2e;--mark:#ffeb99;--mark-text:#1f2933;--hatch:#0b1d2e40}
@media screen and (prefers-color-scheme:dark){:root{--bg:#12181e;--text:#e6eaee;--quiet:#a6b1bb;--line:#3b4754;--soft:#1b232b;
--link:#8cc4f0;--l1:#173048;--l2:#1d4567;--l3:#255f8f;--l4:#2f74ad;--cell:#fff;--mark:#665200;--mark-text:#fff;--hatch:#ffffff38}}
${dimensionClasses}
*{box-sizing:border-box}
html{font:100%/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Liberation Sans",Arial,sans-serif;scroll-padding-top:1rem}
body{margin:0 auto;padding:1.5rem clamp(.75rem,3vw,2rem);max-width:78rem;background:var(--bg);color:var(--text);overflow-wrap:anywhere}
h1{font-size:clamp(1.4rem,1rem + 2vw,2.1rem);line-height:1.2;margin:.25rem 0 .75rem;max-width:46rem;text-wrap:balance}
h2{font-size:1.35rem;margin:2.5rem 0 .75rem}
h3{font-size:1.15rem;margin:1.5rem 0 .5rem}
h4{font-size:1rem;margin:0}
p{margin:.35rem 0}
header p{max-width:46rem}
a{color:var(--link)}
a:focus-visible,button:focus-visible,select:focus-visible,input:focus-visible,[tabindex]:focus-visible{outline:3px solid var(--link);outline-offset:2px}
.skip{position:absolute;left:-999rem}
.skip:focus{left:1rem;top:.5rem;background:var(--bg);padding:.5rem}
.facts,.note,.rubric,.why,.back,footer{color:var(--quiet)}
.facts,.rubric,.why,.meta,.legend,.back,footer{font-size:.875rem}
nav{display:flex;flex-wrap:wrap;gap:.5rem 1.25rem;margin-top:.75rem}
.badge{display:inline-block;min-width:2.1em;padding:0 .35em;border-radius:.25em;background:var(--dim);color:var(--dim-text);font-weight:700;text-align:center}
table{border-collapse:separate;border-spacing:0}
th,td{padding:.3rem .5rem;text-align:left;vertical-align:middle}
thead th,thead td{border-bottom:2px solid var(--line);vertical-align:bottom;font-size:.8125rem;line-height:1.2}
.totals{width:100%;max-width:56rem}
.totals th[scope=row]{font-weight:400}
.totals th{overflow-wrap:break-word}
@media (min-width:52rem){.totals th[scope=row]{white-space:nowrap}}
.totals td,.totals th{border-bottom:1px solid var(--line)}
.number{text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums}
.wide{width:30%}
.date{white-space:nowrap}
.bar{display:block;width:100%;height:.7rem}
.bar rect{fill:var(--dim)}
.legend{color:var(--quiet);line-height:2}
.key{display:inline-block;min-width:2.2em;padding:0 .4em;border:1px solid var(--line);border-radius:.2em;text-align:center;line-height:1.5;color:var(--text)}
.scroll{overflow-x:auto;margin:0 -.25rem;padding:.25rem}
.map table{border-spacing:2px;min-width:min(100%,62rem);font-size:.875rem;font-variant-numeric:tabular-nums}
.map thead th{text-align:center;border-bottom:0;padding:.25rem .15rem;min-width:2.9rem;font-weight:600;white-space:nowrap}
.map th.name{position:sticky;left:0;z-index:1;background:var(--bg);text-align:left;min-width:17rem;max-width:22rem;font-weight:400;line-height:1.25}
.map tbody th.name{border-left:.35rem solid var(--dim)}
.map th.name a{color:inherit;text-decoration-color:var(--line);text-underline-offset:.2em}
.map th.group{padding:.6rem 0 .1rem;font-weight:600}
.map th.group>span{position:sticky;left:0;display:inline-block;max-width:calc(100vw - 3rem)}
.map th{overflow-wrap:break-word}
.map td{padding:0;text-align:center;background:var(--soft);height:1.75rem;border-radius:.2em}
.map td.total,.map td.date{background:none;padding:0 .4rem;font-size:.8125rem}
.map td.date{text-align:left;color:var(--quiet)}
.map td a{display:block;padding:.25rem .15rem;color:inherit;text-decoration:none;border-radius:.2em;white-space:nowrap}
.map td a:hover{outline:2px solid var(--link)}
.map .l1,.map .l2,.map .l3,.map .l4{color:var(--cell)}
.l1{background-color:var(--l1)!important}.l2{background-color:var(--l2)!important}.l3{background-color:var(--l3)!important}.l4{background-color:var(--l4)!important}
.planned:is(td,.key){background-image:repeating-linear-gradient(135deg,#0000 0 6px,var(--hatch) 6px 7px)}
.planned:is(td) a{text-shadow:0 0 3px var(--l1),0 0 3px var(--l1)}
.gaps{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,22rem),1fr));gap:.75rem 1.5rem;margin:1rem 0}
.gaps dd{margin:0;color:var(--quiet);font-size:.875rem}
.plain{padding-left:1.2rem}
form:not([hidden]){display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,11rem),1fr));gap:.75rem;align-items:end;padding:1rem;background:var(--soft);border-radius:.5rem}
label{display:grid;gap:.2rem;font-size:.875rem;min-width:0}
select,input,button{font:inherit;width:100%;min-height:2.5rem;padding:.3rem .5rem;border:1px solid var(--quiet);border-radius:.35rem;background:var(--bg);color:var(--text)}
#count{font-weight:600;min-height:1.5em;margin:.75rem 0}
.dimension{margin-top:2rem}
.practice{margin:1.25rem 0 0;padding-left:.9rem;border-left:.35rem solid var(--dim)}
.practice ol{list-style:none;margin:.5rem 0 0;padding:0}
.practice li{padding:.6rem 0;border-top:1px solid var(--line);content-visibility:auto;contain-intrinsic-size:auto 6rem}
.quote{font-size:1.0625rem;margin:0 0 .25rem;unicode-bidi:isolate}
.long{max-height:12em;overflow:auto;border:1px solid var(--line);padding:.5rem}
mark{background:var(--mark);color:var(--mark-text);text-decoration:underline;text-decoration-thickness:1px;text-underline-offset:.2em;padding:0 .1em}
.meta{display:flex;flex-wrap:wrap;gap:.25rem .9rem;margin:0}
.source{color:var(--quiet)}
.why{margin:.15rem 0 0}
.stance{padding:0 .5em;border:1.5px solid var(--text);border-radius:1em;white-space:nowrap}
.stance.evidenced{background:var(--text);color:var(--bg)}
.stance.contrary{border-style:dashed;border-radius:.2em}
.tier.found{font-weight:600}
[hidden]{display:none!important}
@media (max-width:40rem){
.map th.name{min-width:8.5rem;max-width:8.5rem;padding:.2rem .3rem;font-size:.8125rem}
.totals .wide,.totals .date{display:none}
.totals thead .number{white-space:normal}
h2{margin-top:2rem}
}
@media (prefers-reduced-motion:no-preference){html{scroll-behavior:smooth}}
@media print{
@page{margin:12mm}
html{font-size:9.5pt}
body{padding:0;max-width:none}
nav,form,.skip,.back,#count,footer{display:none!important}
a{color:inherit;text-decoration:none!important}
*{print-color-adjust:exact;-webkit-print-color-adjust:exact}
h2,h3,h4,.rubric{break-after:avoid}
.map{break-before:page;break-inside:avoid}
.map h2{margin-top:0}
.scroll{overflow:visible}
.map table{font-size:7.5pt;width:100%;border-spacing:1px}
.map thead th{min-width:0;font-size:6.5pt}
.map th.name{position:static;min-width:44mm;max-width:none;padding:0 .3em;line-height:1.15}
.map.many thead th{font-size:5pt}
.map.many table{font-size:6.5pt}
.map.many td.date{font-size:5.5pt;padding:0 .2em}
.map th.group{padding:.35em 0 0}
.map td{height:4.6mm}.map td a{padding:0}
.map td.date,.map td.total{font-size:7pt}
.practice li{content-visibility:visible;break-inside:avoid;padding:.3rem 0}
.quote{font-size:10pt}
}
`;
