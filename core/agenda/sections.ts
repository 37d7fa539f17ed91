import type { Line } from "../notes/notes";
import { begins, is, plain, says } from "./words";

/** What the lines below a heading are: items, or something that stands beside the agenda. */
export type Section = "agenda" | "norms" | "roles" | "bring" | "closing" | "aside";

/** Whether a heading stands over the items. */
export const isAgenda = (heading: string): boolean => says("agenda", plain(heading));

/** Whether what was said in the meeting stands below a heading. */
export const isRecord = (heading: string): boolean => begins("record", plain(heading));

/** What stands below a heading with these words. */
export function sectionOf(heading: string): Section {
  const text = plain(heading);
  if (says("agenda", text) && !text.includes("next agenda")) return "agenda";
  if (says("norms", text) && text.split(" ").length <= 5) return "norms";
  if (begins("bring", text)) return "bring";
  if (begins("nextSteps", text)) return "closing";
  if (begins("roles", text) && text.split(" ").length <= 4) return "roles";
  return begins("aside", text) ? "aside" : "agenda";
}

/** A label at the head of a line that says something of the whole meeting, in brackets perhaps more of it: "Room: library". */
const LABEL = /^([^:：(]+)(?:\([^)]*\)\s?)?[:：]/;
const GREETING =
  /^(?:hi|hello|hey|dear|good (?:morning|afternoon|evening)|morning|afternoon|g'?day|all|folks|team)\b[^.?]{0,40}[,!:–-]?$/iu;
/** Says of the whole meeting, not of an item. */
export const isLabel = (text: string): boolean => is("label", plain(LABEL.exec(text)?.[1] ?? ""));

const signsOff = (text: string): boolean => begins("signOff", plain(text));

/** Opens or closes an e-mail; the name below "See you then," does so too. */
export const isCourtesy = ({ kind, text }: Line, above = ""): boolean =>
  kind === "para" && (GREETING.test(text) || signsOff(text) || (above.endsWith(",") && signsOff(above)));
