import { colorIndex } from "../dimension-colors";
import { shows } from "../framework";
import { type HeatCell, type Level, largestCount, levels, showing } from "../heat";
import { day, stances } from "../wording";
import { html, type Markup } from "./markup";
import type { PlacedDimension, PlacedIndicator, Report } from "./report";

// More columns than these need smaller print to stay on one page.
const MANY_COLUMNS = 12;

/** The heat map of indicators by meetings or months; every filled cell leads to its lines. */
export function map(report: Report): Markup {
  const { dimensions, periods, unit, heat } = report;
  const codes = dimensions.flatMap(({ indicators }) => indicators.map(({ indicator }) => indicator.code));
  const scale = levels(largestCount(heat, codes, periods.length));
  const heads = periods.map(({ label, name }) => html`<th scope="col" title="${name}">${label[0]}<br>${label[1]}</th>`);
  return html`<section id="map" class="map${periods.length > MANY_COLUMNS && " many"}" aria-labelledby="map-title">
<h2 id="map-title">Where each practice shows, by ${unit}</h2>${legend(scale)}
<div class="scroll" role="region" aria-labelledby="map-title" tabindex="0">
<table><thead><tr><th scope="col" class="name">Practice</th>${heads}
<th scope="col">Lines</th><th scope="col" class="date">Last seen</th></tr></thead>
${dimensions.map((dimension) => group(dimension, report, scale))}</table></div></section>`;
}

function legend(scale: readonly Level[]): Markup {
  const steps = scale.map(({ label }, index) => html`<span class="key l${index + 1}">${label}</span> `);
  return html`<p class="legend">Lines that show or plan the practice: ${steps}
<span class="key l1 planned">${stances.planned.mark} 1</span> planned only
<span class="key">${stances.contrary.mark}</span> found missing only <span class="key">?</span> only lines worth a look.
Choose a cell to read its lines.</p>`;
}

function group({ dimension, indicators, index }: PlacedDimension, report: Report, scale: readonly Level[]): Markup {
  return html`<tbody class="d${colorIndex(index)}"><tr><th scope="rowgroup" colspan="${report.periods.length + 3}" class="group"><span><span class="badge">${dimension.key}</span> ${dimension.title}</span></th></tr>
${indicators.map((indicator) => row(indicator, report, scale))}</tbody>`;
}

function row(view: PlacedIndicator, { periods, heat }: Report, scale: readonly Level[]): Markup {
  const { indicator, totals, index } = view;
  const cells = periods.map(({ name }, period) => cell(heat(indicator.code, period), { index, period, name, scale }));
  return html`<tr><th scope="row" class="name"><a href="#i${index}" data-i="${index}"><b>${indicator.code}</b> ${indicator.title}</a></th>
${cells}<td class="total">${shows(totals)}</td><td class="date">${totals.lastSeen ? day(totals.lastSeen) : totals.state}</td></tr>
`;
}

interface CellPlace {
  readonly index: number;
  readonly period: number;
  readonly name: string;
  readonly scale: readonly Level[];
}

function cell(found: HeatCell | undefined, { index, period, name, scale }: CellPlace): Markup {
  if (!found) return html`<td></td>`;
  const lines = showing(found);
  const level = scale.findIndex(({ from, to }) => lines >= from && lines <= to) + 1;
  const onlyPlanned = lines > 0 && found.evidenced === 0;
  const mark = lines === 0 ? (found.contrary > 0 ? stances.contrary.mark : "?") : onlyPlanned ? `○ ${lines}` : lines;
  const words = `${mark}: ${inWords(found)}, ${name}`;
  return html`<td class="l${level}${onlyPlanned && " planned"}"><a href="#e${found.from}" data-i="${index}" data-p="${period}" title="${words}" aria-label="${words}">${mark}</a></td>`;
}

function inWords(cell: HeatCell): string {
  const kinds = [
    [cell.evidenced, "evidenced"],
    [cell.planned, "planned"],
    [cell.contrary, "found missing"],
    [cell.suggested, "worth a look"],
  ] as const;
  return kinds
    .filter(([number]) => number > 0)
    .map(([number, name]) => `${number} ${name}`)
    .join(", ");
}
