import { html, type Markup } from "../../cli/outputs/html/markup";
import { count } from "../../cli/outputs/wording";
import type { LabelledResult, OtherResult, Result } from "../evaluation";
import type { Scores } from "../scores";
import { decimal, interval, percent, scoreNames, thousands } from "../wording";

/** The headline figures: a table a set with a column a reader, then the false alarms on other people's meetings. */
export function headlines(results: readonly Result[]): Markup {
  const sets = [...new Set(results.map(({ set }) => set))];
  return html`<section id="figures" aria-labelledby="figures-title"><h2 id="figures-title">The figures</h2>
<p class="note">1 is perfect and 0 is worthless; only of false alarms less is better. Below each figure stands its 95 % interval: another set of
meetings like these would most likely give a figure in it.</p>
${sets.map((set) => ofSet(set, results))}${others(results)}</section>`;
}

function ofSet(set: string, results: readonly Result[]): Markup {
  const columns = results.flatMap(({ set: of, reader, labelled }) =>
    of === set && labelled ? [{ reader, labelled }] : [],
  );
  const [first] = columns;
  if (!first) return html``;
  const { meetings, lines, labels } = first.labelled;
  return html`<table class="totals"><caption><bdi>${set}</bdi>: ${count(meetings, "meeting")}, ${thousands(lines)} lines, ${thousands(labels)} labels</caption>
<thead><tr><th scope="col">Figure</th>${columns.map(({ reader }) => html`<th scope="col" class="number">${reader}</th>`)}</tr></thead>
<tbody>${(Object.keys(scoreNames) as (keyof Scores)[]).map((name) => row(name, columns))}</tbody></table>
`;
}

function row(name: keyof Scores, columns: readonly { labelled: LabelledResult }[]): Markup {
  const { name: title, meaning } = scoreNames[name];
  const cells = columns.map(({ labelled: { scores } }) => {
    const { value } = scores[name];
    return html`<td class="number"><b>${name === "falseAlarms" ? decimal(value, 3) : decimal(value)}</b><br><span class="interval">${name === "falseAlarms" ? interval(scores[name], 3) : interval(scores[name])}</span></td>`;
  });
  return html`<tr><th scope="row"><b>${title}</b><br><span class="meaning">${meaning}</span></th>${cells}</tr>
`;
}

function others(results: readonly Result[]): Markup | undefined {
  const rows = results.flatMap(({ reader, set, others: of }) => (of ? [otherRow(reader, set, of)] : []));
  if (rows.length === 0) return undefined;
  return html`<h3>Meetings of other people</h3>
<p class="note">No line of these shows a practice of the rubric, so every tagged line is a false alarm.</p>
<table class="totals">
<thead><tr><th scope="col">Set and reader</th><th scope="col" class="number">False alarms</th></tr></thead>
<tbody>${rows}</tbody></table>`;
}

function otherRow(reader: string, set: string, { meetings, alarms, falseAlarms }: OtherResult): Markup {
  return html`<tr><th scope="row"><bdi>${set}</bdi><br><span class="meaning">${reader}, ${count(meetings, "meeting")}: ${alarms.alarmed} of ${thousands(alarms.plain)} lines tagged</span></th>
<td class="number"><b>${percent(falseAlarms.value)}</b><br><span class="interval">${interval(falseAlarms, 3)}</span></td></tr>`;
}
