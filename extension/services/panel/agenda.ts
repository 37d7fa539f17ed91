import { type AdaptedRubric, type AgendaCheck, checkAgenda, coverageOf, splitMeetings } from "../../../core/index";
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
  const open = dated(notesOf(document));
  // The earlier meetings of a log are known to the core, but not what people decided on them.
  const isLog = open.date !== undefined && splitMeetings(open).length > 1;
  const history = (isLog ? [document, ...others] : others).map((kept) => {
    const tagged = taggedNotes(kept, panelLines(kept, codes));
    return { source: kept.about.document, tagged: { ...tagged, notes: dated(tagged.notes) } };
  });
  return checkAgenda(open, rubric, history.length > 0 ? coverageOf(history, rubric) : undefined);
}
