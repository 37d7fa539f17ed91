import { html, type Markup } from "../../cli/outputs/html/markup";
import type { Result } from "../evaluation";
import { calibrationPlot } from "./calibration-plot";
import { confusionList } from "./confusion-list";
import { confusionMap } from "./confusion-map";
import { forms } from "./forms";
import { indicatorBars } from "./indicator-bars";
import { stanceTable } from "./stance-table";
import { thresholdPlot } from "./threshold-plot";

/** All that is known of one reader on one set of labelled meetings. `index` makes the ids of the section its own. */
export function details({ reader, set, labelled }: Result, index: number): Markup {
  if (!labelled) return html``;
  const id = `r${index}`;
  return html`<section id="${id}" class="reader" aria-labelledby="${id}-title">
<h2 id="${id}-title">${reader} on <bdi>${set}</bdi></h2>
${indicatorBars(labelled.indicators, id)}
${confusionMap(labelled.confusions, id)}
${confusionList(labelled.confusions)}
${stanceTable(labelled.stances)}
<div class="pair">${calibrationPlot(labelled, id)}
${labelled.thresholds && thresholdPlot(labelled.thresholds, id)}</div>
${forms(labelled.forms, id)}</section>
`;
}
