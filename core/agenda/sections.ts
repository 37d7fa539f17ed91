import type { Line } from "../notes/notes";
import { begins, plain, says } from "./words";

/** What the lines below a heading are: items, or something that stands beside the agenda. */
export type Section = "agenda" | "norms" | "roles" | "bring" | "closing" | "aside";

const AGENDA =
  /\b(?:agenda|order of (?:business|the day)|run of show|plan for (?:the|our) (?:meeting|time)|running order|schedule)\b/;
const CLOSING =
  /^(?:next steps?|actions?|action items?|to ?dos?|to do|who does what|commitments|wrap up|closing|due dates?)\b/;
const BRING =
  /^(?:please )?(?:bring|what to bring|to bring|materials|pre ?work|pre ?reading|before (?:the meeting|we meet))\b/;

/** What stands below a heading with these words. */
export function sectionOf(heading: string): Section {
  const text = plain(heading);
  if (AGENDA.test(text) && !/\bnext agenda\b/.test(text)) return "agenda";
  if (says("norms", text) && text.split(" ").length <= 5) return "norms";
  if (BRING.test(text)) return "bring";
  if (CLOSING.test(text)) return "closing";
  if (begins("roles", text) && text.split(" ").length <= 4) return "roles";
  return begins("aside", text) ? "aside" : "agenda";
}

/** A label at the head of a line that says something of the whole meeting: "Room: library". */
const LABEL =
  /^(?:date|day|time|times|when|where|location|place|venue|room|zoom|link|meet link|team|grade|school|level|model|members?|participants?|attend\p{L}*|present|absent|apologies|invited|facilitators?|fac|recorder|rec|note ?-?taker|notes|minutes|time ?-?keeper|chair|scribe|leads?|host|roles?|goals?|smart goal|team goal|purpose|objectives?|outcomes?|focus|norms?|agreements|bring|please bring|what to bring|to bring|materials?|pre-?work|pre-?reading|read before|next meeting|subject|to|from|cc|re|sent|start|starts|end|ends|length|duration|total time|total|last updated|parking lot|four questions|mission|vision)\s?(?:\([^)]*\)\s?)?[:：]/iu;
const GREETING =
  /^(?:hi|hello|hey|dear|good (?:morning|afternoon|evening)|morning|afternoon|g'?day|all|folks|team)\b[^.?]{0,40}[,!:–-]?$/iu;
const SIGN_OFF =
  /^(?:thanks|thank you|many thanks|ta|cheers|best|best wishes|kind regards|regards|warmly|see you|sincerely|x+|sent from|looking forward|let me know|shout if|yours)\b/iu;

/** Says of the whole meeting, not of an item. */
export const isLabel = (text: string): boolean => LABEL.test(text);

/** Opens or closes an e-mail. */
export const isCourtesy = ({ kind, text }: Line): boolean =>
  kind === "para" && (GREETING.test(text) || SIGN_OFF.test(text));
