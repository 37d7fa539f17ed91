import { splitMeetings } from "../notes/meetings";
import type { Notes } from "../notes/notes";
import { agendaVote, titleVote } from "../notes/notes-type";
import type { Context } from "./context";
import { dayWords } from "./wording";

/** What could not be checked, or not well, and what to do about it. */
export function cautionsOf({ rubric, items, past, history, date, minutes }: Context, notes: Notes): string[] {
  const cautions: string[] = [];
  if (items.length === 0)
    cautions.push(
      "Put each item on a line or in a bullet of its own, such as “Exit slips: sort and compare (15 min)”; then its time and what it promises can be checked.",
    );
  else if (readsLikeMinutes(notes))
    cautions.push("This reads like minutes of a meeting that was held. It was checked as if it were an agenda.");
  const meetings = splitMeetings(notes);
  if (meetings.length > 1)
    cautions.push(
      `This document holds ${meetings.length} meetings; the latest${date === undefined ? "" : `, of ${dayWords(date)},`} was checked.`,
    );
  if (items.length > 0 && minutes.total === 0)
    cautions.push(
      "Without times it cannot be said how many minutes go where. What the items promise was checked all the same.",
    );
  if (rubric.model === undefined && rubric.level === undefined)
    cautions.push(
      "Neither model nor level of the team is known, so nothing is expected of every meeting. Name the level (grade, subject, school, …) to check that too.",
    );
  if (!history) return cautions;
  if (history.rubric.id !== rubric.id)
    cautions.push(
      `The history was made with another rubric (${history.rubric.id}). Only practices with the same code were compared.`,
    );
  else if (history.rubric.version !== rubric.version)
    cautions.push(
      `The history was made with version ${history.rubric.version} of the rubric, this check with ${rubric.version}. Practices with the same code were compared.`,
    );
  if (isOtherTeam(history.team, notes.title))
    cautions.push(
      `The history is that of “${history.team}”, which does not look like the team of this agenda. Check that it is the right one.`,
    );
  if (history.meetings.length === 0)
    cautions.push(
      "The history holds no meetings yet, so neglected practices and earlier promises could not be looked up.",
    );
  else if (past.length === 0)
    cautions.push(
      "The history holds no meeting before this one, so neglected practices and earlier promises could not be looked up.",
    );
  else if (past.length < 3)
    cautions.push("The history holds fewer than three meetings, too few to say what was neglected.");
  if (past.length > 0 && date === undefined)
    cautions.push(
      "This agenda names no date with a year, so what is due was taken from the last meetings of the history.",
    );
  return cautions;
}

/** Words that tell one team from another. */
const TEAM =
  /\b(?:k|kinder\p{L}*|reception|(?:gr(?:ade)?|year|yr|y|p|form)\.? ?\d{1,2}|\d{1,2}(?:st|nd|rd|th)|maths?|mathematics|science|english|ela|history|humanities|social studies|geography|art|music|pe|languages|mfl|biology|chemistry|physics|algebra|geometry)\b/giu;

/** Two names speak of different teams where both name a grade or a subject and share none. */
function isOtherTeam(team: string | undefined, title: string | undefined): boolean {
  const [a, b] = [marksOf(team), marksOf(title)];
  return a.length > 0 && b.length > 0 && !a.some((mark) => b.includes(mark));
}

const marksOf = (name = ""): string[] =>
  (name.match(TEAM) ?? []).map((mark) => /\d+/.exec(mark)?.[0] ?? mark.toLowerCase().slice(0, 4));

/** More lines say what happened than what is to be done. A document that is merely not told apart is taken for an agenda. */
function readsLikeMinutes({ type, title, lines }: Notes): boolean {
  if (type) return type === "minutes";
  return titleVote(title) + lines.reduce((votes, line) => votes + agendaVote(line), 0) < 0;
}
