import { html, type Markup } from "../../cli/outputs/html/markup";
import type { ThresholdResult } from "../thresholds";
import { decimal } from "../wording";
import { path, plot, shareAxis, xOf, yOf } from "./plot";
import { tableBehind } from "./table-behind";

const x = shareAxis("recall: share of labels found");
const y = shareAxis("precision: share of tags right");
/** How far apart two names must stand, in units of the drawing. */
const ROOM = 18;

/** What would change if only surer tags, or less sure ones too, were shown. */
export function thresholdPlot(thresholds: readonly ThresholdResult[], id: string): Markup {
  const drawn = thresholds.filter(({ precision }) => !Number.isNaN(precision));
  const points = drawn.map(
    ({ precision, recall }) => html`<circle class="point" cx="${xOf(recall, x)}" cy="${yOf(precision, y)}" r="3.5"/>`,
  );
  const names = withRoom(drawn).map(
    ({ confidence, precision, recall }) =>
      html`<text x="${xOf(recall, x) + 6}" y="${yOf(precision, y) - 5}">${decimal(confidence, 1)}</text>`,
  );
  const drawing = plot({
    id: `${id}-thresholds`,
    title: "Precision against recall at thresholds of confidence",
    description:
      "Each point is a threshold: only tags of at least that confidence count. The table below gives every point.",
    x,
    y,
    content: [
      html`<path class="curve" d="${path(
        drawn.map(({ recall, precision }) => [recall, precision]),
        x,
        y,
      )}"/>`,
      ...points,
      ...names,
    ],
  });
  return html`<div><h3>Fewer tags, or more?</h3>
<p class="note">Each point is a threshold: only tags of at least that confidence are shown. Up and left, few tags and most of them right;
down and right, more is found and more of it is wrong.</p>
${drawing}
${tableBehind(
  ["Confidence from", "Tags", "Precision", "Recall", "F1"],
  thresholds.map(({ confidence, tags, precision, recall, f1 }) => [
    decimal(confidence, 1),
    String(tags),
    ...[precision, recall, f1].map((value) => decimal(value)),
  ]),
)}</div>`;
}

/** The points whose names do not run into the name before; the table has them all. */
function withRoom(points: readonly ThresholdResult[]): readonly ThresholdResult[] {
  const named: ThresholdResult[] = [];
  for (const point of points) {
    const last = named[named.length - 1];
    const apart = last
      ? Math.hypot(xOf(point.recall, x) - xOf(last.recall, x), yOf(point.precision, y) - yOf(last.precision, y))
      : ROOM;
    if (apart >= ROOM) named.push(point);
  }
  return named;
}
