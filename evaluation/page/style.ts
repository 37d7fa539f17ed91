/** What the page of the evaluation adds to the style of the coverage page. */
export const evaluationStyle = `
svg{display:block}
main p{max-width:46rem}
.totals bdi{overflow-wrap:anywhere}
.totals th b{display:inline-block}
.totals th b::first-letter{text-transform:uppercase}
caption{text-align:left;font-weight:600;padding:.75rem .5rem .25rem}
abbr{text-decoration:none}
.totals{max-width:44rem;margin-bottom:1rem}
@media (min-width:52rem){.totals th[scope=row]{white-space:normal}}
.meaning,.interval{font-size:.8125rem;color:var(--quiet)}
.reader{border-top:2px solid var(--line);margin-top:2.5rem}
.bars{width:100%;max-width:52rem;font-size:.9375rem}
.bars th{font-weight:400;line-height:1.25}
.bars th.group{font-weight:600;padding-top:.8rem}
.bars tbody th[scope=row]{width:40%;border-left:.35rem solid var(--dim)}
.bars td,.bars tbody th[scope=row]{padding:.2rem .5rem}
.bars .number{width:3.5rem}
.bars .none{color:var(--quiet);font-size:.8125rem}
.f1{width:100%;height:.95rem}
.f1 .track{fill:var(--soft)}
.f1 .fill{fill:var(--dim)}
.f1 line{stroke:var(--text);stroke-width:2;vector-effect:non-scaling-stroke}
.f1 .halo{stroke:var(--bg);stroke-width:4}
.unseen th{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
details{margin:.75rem 0}
summary{cursor:pointer;color:var(--link)}
summary:focus-visible{outline:3px solid var(--link);outline-offset:2px}
.figures{font-size:.875rem}
.figures thead th{white-space:normal;overflow-wrap:break-word}
.figures td,.figures tbody th{border-bottom:1px solid var(--line)}
.figures tbody th{font-weight:400;overflow-wrap:break-word;min-width:7rem}
.matrix{border-spacing:1px;font-size:.75rem;font-variant-numeric:tabular-nums}
.matrix th,.matrix td{padding:.1rem;text-align:center;min-width:2rem;height:1.6rem}
.matrix th{font-weight:600;font-size:.6875rem;overflow-wrap:normal;white-space:nowrap}
.matrix thead th{border-bottom:.2rem solid var(--dim)}
.matrix thead td,.matrix thead th.silent{border-bottom:0}
.matrix tbody th{position:sticky;left:0;z-index:1;background:var(--bg);border-left:.2rem solid var(--dim)}
.matrix td{background:var(--soft)}
.matrix td.same{background:var(--line)}
.matrix td.total,.matrix thead td{background:none}
.matrix .silent,.matrix .total{padding-left:.6rem;color:var(--quiet)}
.matrix .l1,.matrix .l2,.matrix .l3,.matrix .l4{color:var(--cell)}
.examples li{margin:.5rem 0}
.example{display:block;color:var(--quiet);unicode-bidi:isolate;max-width:60rem}
.pair{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,22rem),1fr));gap:0 2.5rem}
.pair>div{min-width:0}
.plot{width:100%;max-width:30rem;margin:.75rem 0}
.plot text{font-size:11px;fill:var(--quiet)}
.plot .label{font-size:12px;fill:var(--text)}
.plot .grid{stroke:var(--line);stroke-width:.5}
.plot .axes{fill:none;stroke:var(--quiet)}
.diagonal{stroke:var(--quiet);stroke-dasharray:5 4}
.curve{fill:none;stroke:var(--link);stroke-width:2}
.point{fill:var(--link);stroke:var(--bg)}
.curve.c1{stroke:#d55e00}.point.c1{fill:#d55e00}
.curve.c2{stroke:#009e73}.point.c2{fill:#009e73}
.curve.c3{stroke:#cc79a7}.point.c3{fill:#cc79a7}
.curve.macroF1{stroke-dasharray:6 4}
.curve-key{display:inline-block;margin-right:1rem;color:var(--text)}
.curve-key svg{display:inline-block;width:1.75rem;height:.6rem}
code{font-size:.9em}
@media (max-width:40rem){
.bars{font-size:.875rem}
.figures th,.figures td{padding:.3rem .2rem}
.figures tbody th{min-width:5rem}
.bars tbody th[scope=row]{width:46%;overflow-wrap:break-word}
.bars .number{width:2.6rem}
}
@media print{
details::details-content{content-visibility:visible;block-size:auto}
summary{display:none}
.reader{break-before:page;border-top:0}
.confusions{break-before:page}
.bars tbody,.pair>div,.examples li{break-inside:avoid}
.matrix{font-size:6.5pt}
.matrix th,.matrix td{min-width:0;height:4.4mm;font-size:6pt}
.matrix tbody th{position:static}
.plot{max-width:85mm}
}
`;
