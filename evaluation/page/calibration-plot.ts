import { html, type Markup } from "../../cli/outputs/html/markup";
import { tiers } from "../../cli/outputs/wording";
import type { LabelledResult } from "../evaluation";
import { decimal, percent } from "../wording";
import { path, plot, shareAxis, xOf, yOf } from "./plot";
import { figureTable, tableBehind } from "./table-behind";

const x = shareAxis("confidence");
const y = shareAxis("share that is right");

/** Whether confidence means what it says: bins of tags against the diagonal, and the two tiers. */
export function calibrationPlot({ calibration, tiers: results }: LabelledResult, id: string): Markup {
  const { bins, error } = calibration;
  const points = bins.map(
    ({ confidence, right }) => html`<circle class="point" cx="${xOf(confidence, x)}" cy="${yOf(right, y)}" r="4.5"/>`,
  );
  const drawing = plot({
    id: `${id}-calibration`,
    title: "Confidence against the share of tags that is right",
    description: `${bins.length} groups of tags; expected calibration error ${decimal(error, 3)}. The table below gives every point.`,
    x,
    y,
    content: [
      html`<path class="diagonal" d="${path(
        [
          [0, 0],
          [1, 1],
        ],
        x,
        y,
      )}"/>`,
      ...points,
    ],
  });
  return html`<div><h3>Does its confidence mean what it says?</h3>
<p class="note">Each point is a tenth of the tags. On the dashed line, of tags with confidence 0.7 seven in ten are right; above it the reader
is too modest, below it too sure. The mean distance (expected calibration error) is ${decimal(error, 3)}.</p>
${drawing}
${tableBehind(
  ["Confidence", "Tags", "Mean confidence", "Right"],
  bins.map((bin) => [
    `${decimal(bin.from)}–${decimal(bin.to)}`,
    String(bin.tags),
    decimal(bin.confidence),
    decimal(bin.right),
  ]),
)}
${figureTable(
  ["Tier", "Tags", "Share of tags", "Precision"],
  results.map(({ tier, tags, share, precision }) => [tiers[tier], String(tags), percent(share), percent(precision)]),
)}</div>`;
}
