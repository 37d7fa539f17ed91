import { colorIndex } from "../../cli/outputs/dimension-colors";
import { type Level, levels } from "../../cli/outputs/heat";
import { html, type Markup } from "../../cli/outputs/html/markup";
import { plcRubric } from "../../core/index";
import type { Confusions } from "../confusions";
import { titles } from "../wording";

const CODES = plcRubric.indicators.map(({ code }) => code);
const DIMENSIONS = plcRubric.dimensions.map(({ key }) => key);

/** Which practice is tagged where people gave another: a row a label, a column a tag. */
export function confusionMap({ pairs, silent }: Confusions, id: string): Markup {
  const counts = new Map(pairs.map(({ gold, tagged, count }) => [`${gold} ${tagged}`, count]));
  const scale = levels(Math.max(0, ...pairs.map(({ count }) => count)));
  const heads = plcRubric.indicators.map(
    ({ code, title, dimension }) =>
      html`<th scope="col" class="${dimensionClass(dimension)}" title="${title}"><abbr title="${title}">${code}</abbr></th>`,
  );
  const rows = plcRubric.indicators.map(({ code: gold, title, dimension }) => {
    const cells = CODES.map((tagged) => cell(gold, tagged, counts.get(`${gold} ${tagged}`) ?? 0, scale));
    return html`<tr><th scope="row" class="${dimensionClass(dimension)}"><abbr title="${title}">${gold}</abbr></th>${cells}<td class="total">${silent[gold] ?? ""}</td></tr>
`;
  });
  return html`<section class="confusions"><h3 id="${id}-map">What it says instead</h3>
<p class="note">A row is a practice that people gave and the reader missed; a column is what it tagged, wrongly, in the same line. The last
column counts lines where it said nothing wrong: it simply kept silent.</p>
<p class="legend">Lines: ${scale.map(({ label }, at) => html`<span class="key l${at + 1}">${label}</span> `)}</p>
<div class="scroll" role="region" aria-labelledby="${id}-map" tabindex="0"><table class="matrix" aria-labelledby="${id}-map">
<thead><tr><td></td>${heads}<th scope="col" class="silent">silent</th></tr></thead><tbody>${rows}</tbody></table></div></section>`;
}

function cell(gold: string, tagged: string, count: number, scale: readonly Level[]): Markup {
  if (gold === tagged) return html`<td class="same"></td>`;
  if (count === 0) return html`<td></td>`;
  const level = scale.findIndex(({ from, to }) => count >= from && count <= to) + 1;
  const words = `${titles.get(gold)} missed, ${titles.get(tagged)} tagged: ${count}`;
  return html`<td class="l${level}" title="${words}">${count}</td>`;
}

const dimensionClass = (key: string) => `d${colorIndex(DIMENSIONS.indexOf(key))}`;
