import type { Line, Notes, NotesType } from "./notes";

/** Beginnings of agenda items: what a facilitator asks the team to do. */
const ASKS =
  /^(?:review|discuss|share|plan|decide|look at|update|welcome|check[- ]?in|opening|closing|wrap[- ]?up|bring|begin|introduce|examine|analy[sz]e|set|choose|agree|next steps?|adjourn|announcements|q ?& ?a|questions|who|what|how|why|which|do we|should we|celebrat|debrief|vote|please)\b/i;
/** What only minutes say. */
const LOOKS_BACK =
  /\b(?:was|were|said|did|didn'?t|had|went|agreed|decided|shared|discussed|reported|noted|asked|brought|felt|found|looked|saw|tried|gave|got|made|wrote|thought|reviewed|voted|present|absent|apologies|talked|explained|suggested|raised|thanked|passed|took|met|came|told)\b/i;
const MINUTES_FORM = /^(?:present|attend(?:ing|ance|ees)|absent|apologies|here|in attendance|minutes|recorder)\b/i;
const TIME_BOX = /\b\d{1,2}[:.]\d{2}\b|\b\d+ ?(?:min(?:ute)?s?|m|')(?!\w)/i;

/** How much of a line is looked at for what happened, in UTF-16 units. */
const OPENING = 48;

/** Says for an agenda (above 0) or for minutes (below 0), in small whole numbers, so that sums are exact. */
export function agendaVote(line: Line): number {
  if (line.kind === "heading") {
    if (/\bagenda\b/i.test(line.text)) return 6;
    return /\b(?:minutes|mtg notes|meeting notes|log)\b/i.test(line.text) ? -4 : 0;
  }
  const { text } = line;
  if (!text) return 0;
  let vote = 0;
  if (line.kind === "item") vote += 1;
  if (TIME_BOX.test(text.slice(0, 24))) vote += 1;
  if (ASKS.test(text)) vote += 1;
  if (LOOKS_BACK.test(text.length > OPENING ? text.slice(0, OPENING) : text)) vote -= 2;
  if (MINUTES_FORM.test(text)) vote -= 2;
  return vote;
}

const TITLE_VOTE = 12;

/** Votes of a title: "Agenda 12 Oct" speaks for an agenda, "Agenda and notes" or "PLC minutes" against it. */
export function titleVote(title: string | undefined): number {
  if (!title) return 0;
  if (/\b(?:minutes|notes|log|recap|summary|jottings|afterthoughts|decisions?)\b/i.test(title)) return -TITLE_VOTE;
  return /\bagenda\b/i.test(title) ? TITLE_VOTE : 0;
}

/** Told by the caller, or else what most lines speak for. Minutes where nothing does. */
export function notesType(notes: Notes): NotesType {
  if (notes.type) return notes.type;
  let votes = titleVote(notes.title);
  for (const line of notes.lines) votes += agendaVote(line);
  return typeOfVotes(votes, notes.lines.length);
}

/** An agenda needs a clear lead: more than one vote in three lines. */
export const typeOfVotes = (votes: number, lines: number): NotesType => (votes * 3 > lines ? "agenda" : "minutes");
