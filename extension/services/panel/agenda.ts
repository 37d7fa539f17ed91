import { type AdaptedRubric, type AgendaCheck, checkAgenda, coverageOf } from "../../../core/index";
import { dated, notesOf, panelLines } from "./panel-lines";
import { taggedNotes } from "./practice-map";
import type { OpenedDocument } from "./source";

/** Checks the open agenda against the rubric, and against what the team's other notes show. */
export function agendaOf(
  document: OpenedDocument,
  others: readonly OpenedDocument[],
  rubric: AdaptedRubric,
): AgendaCheck {
  const codes = new Set(rubric.indicators.map(({ code }) => code));
  const history = others
    .filter(({ about }) => about.type === "minutes")
    .map((other) => ({ source: other.about.document, tagged: taggedNotes(other, panelLines(other, codes)) }));
  return checkAgenda(dated(notesOf(document)), rubric, history.length > 0 ? coverageOf(history, rubric) : undefined);
}
