import { type AdaptedRubric, type AgendaCheck, checkAgenda, coverageOf, headOf, type Notes } from "../../../core/index";
import { notesOf, panelLines } from "./panel-lines";
import { taggedNotes } from "./practice-map";
import type { OpenedDocument } from "./source";

/** Checks the open agenda against the rubric, and against what the team's other notes show. */
export function agendaOf(
  document: OpenedDocument,
  others: readonly OpenedDocument[],
  rubric: AdaptedRubric,
): AgendaCheck {
  const codes = new Set(rubric.indicators.map(({ code }) => code));
  const history = others.map((other) => {
    const tagged = taggedNotes(other, panelLines(other, codes));
    return { source: other.about.document, tagged: { ...tagged, notes: dated(tagged.notes) } };
  });
  return checkAgenda(dated(notesOf(document)), rubric, history.length > 0 ? coverageOf(history, rubric) : undefined);
}

/** The page tells no day of the meeting: it is read off the head, so that it is known what was before and what is due. */
function dated(notes: Notes): Notes {
  const { date = headOf(notes.lines, notes.title ?? "", undefined).date } = notes;
  return date === undefined ? notes : { ...notes, date };
}
