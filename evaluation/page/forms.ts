import { html, type Markup } from "../../cli/outputs/html/markup";
import type { FormResult } from "../forms";
import { decimal } from "../wording";
import { figureTable } from "./table-behind";

/** Terse notes apart from prose. */
export function forms(results: readonly FormResult[], id: string): Markup {
  return html`<h3 id="${id}-forms">Terse notes and prose</h3>
${figureTable(
  ["Form", "Meetings", "Lines", "Labels", "Precision", "Recall", "F1", "Stance", "False alarms"],
  results.map(({ form, meetings, lines, labels, scores }) => [
    form.charAt(0).toUpperCase() + form.slice(1),
    ...[meetings, lines, labels].map(String),
    ...[scores.precision, scores.recall, scores.f1, scores.stanceAccuracy].map((value) => decimal(value)),
    decimal(scores.falseAlarms, 3),
  ]),
)}`;
}
