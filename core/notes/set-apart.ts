import leadsIn from "./leads-in.json" with { type: "json" };
import type { Place } from "./places";

/** A time or a length that starts within so many characters stands at the head of its line. */
export const OPENING = 4;
/** Characters between a time and its length: "2:50 – 10 min". */
export const NEAR = 6;

/** Words that may stand before a time at the head of a line: "Quick 5-minute check-in", "Last 10 min: next steps". */
const LEADS_IN = new RegExp(
  `^(?:(?:${leadsIn.join("|").replace(/'/g, "['’]")}|[~≈⏱⏰⏲🕐-🕧☐□•·*–—-])\\.?[\\s:]*){1,4}$`,
  "iu",
);
/** "The first 5 min of class" is no part of the meeting. */
const OF_ELSE = /^\s?of (?!(?:the |our )?(?:meeting|time|session|agenda)\b)/i;
/** Words that may close a line after its length: "Data talk, 15 min total". */
const SUMS_UP = "(?:total|in total|in all|altogether|max(?:imum)?|tops|or so|or less|at most)";
/** Only who leads it comes after: "Exit slips, 20 min – Ana". */
const ENDS = new RegExp(
  `^[\\s.;,!)\\]]*(?:${SUMS_UP}[\\s.]*)?(?:[–—(,@-]?\\s*\\p{Lu}[\\p{L}.'’]*(?:(?: ?[,/&+] ?| and | )\\p{Lu}[\\p{L}.'’]*){0,3}\\)?)?[\\s.;,!]*$`,
  "u",
);
const BRACKETS: readonly (readonly [open: RegExp, close: RegExp])[] = [
  [/[([][^)\]]*$/, /[)\]]/],
  [/\{[^}]*$/, /\}/],
  [/<[^>]*$/, />/],
];

/** Whether a time stands apart from the words, at the head, at the end, in brackets or between two dashes, bars or commas: then it is surely the item's own. */
export function isSet(text: string, start: number, end: number, clock?: Place): boolean {
  if (start <= OPENING || (clock && clock.start <= OPENING && start - clock.end <= NEAR && start >= clock.end))
    return true;
  const [before, after] = [text.slice(0, start), text.slice(end)];
  if (ENDS.test(after) || (LEADS_IN.test(before) && !OF_ELSE.test(after))) return true;
  if (/(?:[|·•–—]|\s-|\/\/|,)\s*$/.test(before) && /^\s*(?:[|·•–—,;:(]|\/\/|-\s)/.test(after)) return true;
  return BRACKETS.some(([open, close]) => open.test(before) && close.test(after));
}
