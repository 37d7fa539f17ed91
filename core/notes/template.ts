import type { Line } from "./notes";
import { PRINTED } from "./printed";
import { finish, type Steps } from "./steps";

/** Copies of one text in one document from which on it is taken for print. */
const COPIES = 3;
/** Lines between two places to pause. */
const STEP = 256;
/** A repeated text of fewer words is taken for shorthand, not for print ("norms reviewed"). */
const WORDS = 4;

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
const printed = new Set(PRINTED.map(plain));
const LONGEST_PRINTED = PRINTED.reduce((most, { length }) => Math.max(most, length), 0) + 10;
const openings = new Set([...printed].map((text) => text.slice(0, 4)));
/** First letters of all of them, so that most texts need no look into the set. */
const firsts = new Set([...openings].map((text) => text.charCodeAt(0)));
const couldBePrinted = (text: string): boolean =>
  firsts.has(text.charCodeAt(0) | 0x20) && openings.has(text.slice(0, 4).toLowerCase());

const EMPTY_BOXES = /^(?:[\s☐□▢_.:/-]|\[ ?\]|\b(?:y|n|yes|no)\b)*$/i;
/** Longest run of boxes and blanks that is looked at. */
const SHORT = 60;
/** A field that nobody filled in ends with one of these. */
const FIELD_ENDS = ":_☐] …";
const OPEN_FIELD = /^[^:?]{2,60}:\s*(?:_+|…|☐|\[ ?\])?\s*$|^[^:?]{2,60}\?\s*(?:_+|☐|\[ ?\])\s*$/;

/** A first look that most lines do not pass: letters other than those of yes and no are no boxes. */
function couldBeBoxes(text: string): boolean {
  const first = text.charCodeAt(0) | 0x20;
  return !(first >= 0x61 && first <= 0x7a) || first === 0x79 || first === 0x6e;
}

/** Printed by its own form: empty, a blank field ("Date: ____"), unticked boxes, a guiding question of a known form. */
export function isPrintedForm({ kind, text }: Line): boolean {
  const { length } = text;
  if (length < SHORT && couldBeBoxes(text) && EMPTY_BOXES.test(text)) return true;
  if (kind === "heading") return false;
  if (FIELD_ENDS.includes(text.charAt(length - 1)) && OPEN_FIELD.test(text)) return true;
  return length < LONGEST_PRINTED && couldBePrinted(text) && printed.has(plain(text));
}

/** Whether a text is long enough that its return, word for word, means print. */
export function canRepeat(line: Line): boolean {
  if (line.kind === "heading") return false;
  const { text } = line;
  let spaces = 0;
  for (let at = 0; at < text.length && spaces < WORDS; at++) if (text.charCodeAt(at) === 32) spaces++;
  return spaces >= WORDS - 1;
}

/** How often a line's text stands in the document. */
export function copiesOf(text: string, lines: readonly Line[]): number {
  let copies = 0;
  for (let at = 0; at < lines.length; at++) if ((lines[at] as Line).text === text) copies++;
  return copies;
}

export const isRepeated = (copies: number): boolean => copies >= COPIES;

/** Which lines are printed template text and so no evidence of anything. */
export const templateLines = (lines: readonly Line[]): boolean[] => finish(templateInSteps(lines));

/** `templateLines` with places to pause. */
export function* templateInSteps(lines: readonly Line[]): Steps<boolean[]> {
  const repeated = yield* repeatedTexts(lines);
  const template: boolean[] = [];
  for (const line of lines) {
    const print = isPrintedForm(line) || (repeated.size > 0 && repeated.has(line.text) && canRepeat(line));
    if (template.push(print) % STEP === 0) yield;
  }
  return template;
}

/** Slots for a quick count of texts that may be alike; a power of two. */
const SLOTS = 4096;

/** Texts that stand often enough to be print. */
function* repeatedTexts(lines: readonly Line[]): Steps<ReadonlySet<string>> {
  // Texts that few lines are even roughly like need not be compared.
  const alike = new Uint16Array(SLOTS);
  for (const { text } of lines) {
    const slot = slotOf(text);
    if ((alike[slot] as number) < COPIES) alike[slot] = (alike[slot] as number) + 1;
  }
  const copies = new Map<string, number>();
  let at = 0;
  for (const line of lines) {
    if ((alike[slotOf(line.text)] as number) >= COPIES && canRepeat(line))
      copies.set(line.text, (copies.get(line.text) ?? 0) + 1);
    if (++at % STEP === 0) yield;
  }
  return new Set([...copies].filter(([, count]) => isRepeated(count)).map(([text]) => text));
}

function slotOf(text: string): number {
  const { length } = text;
  if (length === 0) return 0;
  return (length * 61 + text.charCodeAt(0) * 7 + text.charCodeAt(length >> 1) * 31) & (SLOTS - 1);
}
