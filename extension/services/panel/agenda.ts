import {
  type AdaptedRubric,
  type AgendaCheck,
  checkAgenda,
  coverageOf,
  headOf,
  type Notes,
  splitMeetings,
} from "../../../core/index";
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
  const open = dated(notesOf(document));
  // The earlier meetings of a log are known to the core, but not what people decided on them.
  const isLog = open.date !== undefined && splitMeetings(open).length > 1;
  const history = (isLog ? [document, ...others] : others).map((kept) => {
    const tagged = taggedNotes(kept, panelLines(kept, codes));
    return { source: kept.about.document, tagged: { ...tagged, notes: dated(tagged.notes) } };
  });
  return checkAgenda(open, rubric, history.length > 0 ? coverageOf(history, rubric) : undefined);
}

/** The page tells no day of the meeting: it is read off the head, so that it is known what was before and what is due. */
function dated(notes: Notes): Notes {
  const { date = headOf(notes.lines, notes.title ?? "", undefined).date } = notes;
  return date === undefined ? notes : { ...notes, date };
}
