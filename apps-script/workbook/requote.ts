import { BY_LINK, type Quoting } from "../privacy/quoting";
import { documentOfMeeting, factsOf } from "./evidence-facts";
import { promisesOf, promisesText } from "./promises";
import type { SheetEdits } from "./sheet-edits";
import { textOf } from "./table";

/**
 * Brings the words of rows that no reading writes anew to the way in which the team has lines quoted by now. `stays` says
 * which those are, by the mark of their document, and whether the row's line or meeting is gone from it. Words that were
 * taken away do not come back without the document.
 */
export function requote(
  evidence: SheetEdits,
  meetings: SheetEdits,
  sources: SheetEdits,
  quoting: Quoting,
  stays: (document: string, isGone: boolean) => boolean,
): void {
  if (quoting.mode === "full") return;
  for (const row of evidence.keyed()) {
    const { meeting, picked } = factsOf(row);
    if (textOf(row, "quote") === BY_LINK || !stays(documentOfMeeting(meeting), picked === "gone")) continue;
    evidence.change(row, {
      quote: quoting.line(textOf(row, "quote")),
      heading: quoting.heading(textOf(row, "heading")),
      why: quoting.why(textOf(row, "why")),
    });
  }
  for (const row of meetings.keyed()) {
    if (!stays(documentOfMeeting(textOf(row, "key")), textOf(row, "state") !== "")) continue;
    const source = sources.find(textOf(row, "source"));
    meetings.change(row, {
      title: quoting.heading(textOf(row, "title")) || (source ? textOf(source, "title") : "A meeting"),
      promises: promisesText(promisesOf(row), quoting),
    });
  }
}
