import { colorIndex } from "../../cli/outputs/dimension-colors";
import { html, type Markup } from "../../cli/outputs/html/markup";
import { plcRubric } from "../../core/index";
import type { IndicatorResult } from "../indicators";
import { decimal, interval } from "../wording";
import { tableBehind } from "./table-behind";

/** F1 of every practice as bars by dimension, with intervals, and the table behind them. */
export function indicatorBars(indicators: readonly IndicatorResult[], id: string): Markup {
  const groups = plcRubric.dimensions.map(({ key, title }, at) => {
    const rows = indicators.filter(({ dimension }) => dimension === key).map(bar);
    return html`<tbody class="d${colorIndex(at)}"><tr><th scope="rowgroup" colspan="3" class="group"><span class="badge">${key}</span> ${title}</th></tr>
${rows}</tbody>`;
  });
  return html`<h3 id="${id}-bars">How well each practice is found</h3>
<p class="note">The bar is F1, from 0 to 1; the thin line is its 95 % interval. Few labels mean a wide interval: such a bar says little.</p>
<table class="bars" aria-labelledby="${id}-bars"><thead class="unseen"><tr><th scope="col">Practice</th><th scope="col">F1 as a bar</th><th scope="col">F1</th></tr></thead>
${groups}</table>
${tableBehind(
  ["Practice", "Precision", "Recall", "F1", "95 % interval", "Labels", "Tagged"],
  indicators.map((of) => [
    `${of.code} ${of.title}`,
    ...[of.precision, of.recall].map((value) => decimal(value)),
    // Without labels F1 is 0 after a single false tag, which says nothing.
    ...(of.support === 0 ? ["–", "–"] : [decimal(of.f1.value), interval(of.f1)]),
    String(of.support),
    String(of.tagged),
  ]),
)}`;
}

function bar({ code, title, f1, support }: IndicatorResult): Markup {
  const at = (value: number) => Math.round(value * 1000) / 10;
  const name = html`<th scope="row"><b>${code}</b> ${title}</th>`;
  if (support === 0) return html`<tr>${name}<td class="none">no labels in this set</td><td class="number">–</td></tr>`;
  const whisker =
    !Number.isNaN(f1.low) &&
    html`<line class="halo" x1="${at(f1.low)}" x2="${at(f1.high)}" y1="6" y2="6"/><line x1="${at(f1.low)}" x2="${at(f1.high)}" y1="6" y2="6"/>`;
  return html`<tr>${name}<td><svg class="f1" viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden="true"><rect class="track" width="100" height="12"/>
<rect class="fill" width="${at(f1.value)}" height="12"/>${whisker}</svg></td><td class="number">${decimal(f1.value)}</td></tr>
`;
}
