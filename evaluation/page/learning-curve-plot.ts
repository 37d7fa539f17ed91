import { html, type Markup } from "../../cli/outputs/html/markup";
import type { LearningCurve, LearningPoint } from "../learning-curve";
import { decimal, thousands } from "../wording";
import { type Axis, path, plot, shareAxis, xOf, yOf } from "./plot";
import { tableBehind } from "./table-behind";

const y = shareAxis("F1");
const FIGURES = ["microF1", "macroF1"] as const;

/** How good a reader gets with more labelled meetings to learn from. */
export function learningCurvePlot({ points }: LearningCurve): Markup {
  if (points.length === 0) return html``;
  const x = meetingsAxis(Math.max(...points.map(({ meetings }) => meetings)));
  const readers = [...new Set(points.map(({ reader }) => reader))];
  const drawing = plot({
    id: "learning-plot",
    title: "F1 by labelled meetings",
    description: "One line a reader and figure; the table below gives every point.",
    x,
    y,
    content: readers.flatMap((reader, at) => FIGURES.map((figure) => curve(ofReader(points, reader), figure, at, x))),
  });
  const keys = readers.flatMap((reader, at) =>
    FIGURES.map(
      (figure) =>
        html`<span class="curve-key"><svg viewBox="0 0 28 10" aria-hidden="true"><path class="curve c${at % 4} ${figure}" d="M1 5H27"/></svg> ${reader}, ${figure === "microF1" ? "micro" : "macro"}</span> `,
    ),
  );
  return html`<section id="learning" aria-labelledby="learning-title"><h2 id="learning-title">What more meetings to learn from would bring</h2>
<p class="note">F1 by the number of labelled meetings that the reader learned from. Where the line still rises, more labels would help.</p>
<p class="legend">${keys}</p>
${drawing}
${tableBehind(
  ["Reader", "Meetings", "Lines", "F1 (micro)", "F1 (macro)"],
  points.map(({ reader, meetings, lines, microF1, macroF1 }) => [
    reader,
    String(meetings),
    thousands(lines),
    decimal(microF1, 3),
    decimal(macroF1, 3),
  ]),
)}</section>`;
}

function ofReader(points: readonly LearningPoint[], reader: string): readonly LearningPoint[] {
  return points.filter((point) => point.reader === reader).sort((a, b) => a.meetings - b.meetings);
}

function curve(points: readonly LearningPoint[], figure: (typeof FIGURES)[number], at: number, x: Axis): Markup {
  const line = path(
    points.map((point) => [point.meetings, point[figure]]),
    x,
    y,
  );
  const dots = points.map(
    (point) =>
      html`<circle class="point c${at % 4}" cx="${xOf(point.meetings, x)}" cy="${yOf(point[figure], y)}" r="3"/>`,
  );
  return html`<path class="curve c${at % 4} ${figure}" d="${line}"/>${dots}`;
}

/** Ticks at round numbers of meetings, five at most. */
function meetingsAxis(most: number): Axis {
  const rough = Math.max(1, most / 4);
  const ten = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 5, 10].find((times) => times * ten >= rough) ?? 10) * ten;
  const to = Math.max(step, Math.ceil(most / step) * step);
  return {
    label: "labelled meetings",
    to,
    ticks: Array.from({ length: Math.round(to / step) + 1 }, (_, at) => [at * step, thousands(at * step)] as const),
  };
}
