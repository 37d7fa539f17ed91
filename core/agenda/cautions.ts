import { splitMeetings } from "../notes/meetings";
import type { Notes } from "../notes/notes";
import { agendaVote, titleVote } from "../notes/notes-type";
import type { Context } from "./context";
import { sentence } from "./sentences";
import { dayWords } from "./wording";

/** What could not be checked, or not well, and what to do about it. */
export function cautionsOf({ rubric, items, past, history, date, minutes }: Context, notes: Notes): string[] {
  const cautions: string[] = [];
  const say = (...said: Parameters<typeof sentence>) => cautions.push(sentence(...said));
  if (items.length === 0) say("noItems");
  else if (readsLikeMinutes(notes)) say("minutes");
  const meetings = splitMeetings(notes);
  if (meetings.length > 1)
    say("log", { count: meetings.length, of: date === undefined ? "" : `, of ${dayWords(date)},` });
  if (items.length > 0 && minutes.total === 0) say("noMinutes");
  if (rubric.model === undefined && rubric.level === undefined) say("noLevel");
  if (history) {
    if (history.rubric.id !== rubric.id) say("otherRubric", { rubric: history.rubric.id });
    else if (history.rubric.version !== rubric.version)
      say("otherVersion", { version: history.rubric.version, own: rubric.version });
    if (isOtherTeam(history.team, notes.title)) say("otherTeam", { team: history.team });
  }
  if (past.length > 0 && past.length < 3) say("shortPast");
  else if (past.length === 0 && history) say(history.meetings.length === 0 ? "noHistory" : "noPast");
  if (past.length > 0 && date === undefined) say("noDate");
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
