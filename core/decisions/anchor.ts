import search from "approx-string-match";

/** How a decision knows its line: by its words and a little of what stands around it, never by its position. */
export interface Anchor {
  readonly quote: string;
  readonly prefix: string;
  readonly suffix: string;
}

/** UTF-16 units kept of the line before and of the line after. */
const AROUND = 32;
const LONGEST = 2000;
/** Share of a quote's characters that may have changed before the line is taken for another one. */
const CHANGED = 0.35;
/** Shorter quotes must stand word for word: two short lines are soon alike by chance. */
const SHORT = 8;
/** The bit-parallel search looks at so many characters of a quote; a longer quote is told by its start. */
const COMPARED = 300;

/** The anchor of line `at`. Empty lines have none. */
export function anchorOf(lines: readonly string[], at: number): Anchor | undefined {
  const quote = lines[at]?.trim().slice(0, LONGEST);
  if (!quote) return undefined;
  return {
    quote,
    prefix: (lines[at - 1] ?? "").trim().slice(-AROUND),
    suffix: (lines[at + 1] ?? "").trim().slice(0, AROUND),
  };
}

/**
 * Finds the line of every anchor, or `undefined` for one that "lost its line". Word for word first, then by the least
 * change. Where several lines are as near, the neighbours decide; of twins with like neighbours the earlier is taken.
 */
export function placeAnchors(anchors: readonly Anchor[], lines: readonly string[]): (number | undefined)[] {
  const trimmed = lines.map((line) => line.trim());
  const exact = new Map<string, number[]>();
  trimmed.forEach((line, at) => {
    const key = line.slice(0, LONGEST);
    const found = exact.get(key);
    if (found) found.push(at);
    else exact.set(key, [at]);
  });
  return anchors.map((anchor) => {
    const same = exact.get(anchor.quote);
    if (same)
      return bestOf(
        same.map((at) => ({ at, changed: 0 })),
        anchor,
        trimmed,
      );
    if (anchor.quote.length < SHORT) return undefined;
    const near = trimmed.flatMap((line, at) => {
      const changed = changeOf(anchor.quote, line);
      return changed === undefined ? [] : [{ at, changed }];
    });
    return bestOf(near, anchor, trimmed);
  });
}

interface Candidate {
  readonly at: number;
  readonly changed: number;
}

/** Share of the longer text that differs, or `undefined` where the two are too unlike. */
function changeOf(quote: string, line: string): number | undefined {
  const [a, b] = [quote.slice(0, COMPARED), line.slice(0, COMPARED)];
  const longer = Math.max(a.length, b.length);
  const most = Math.floor(longer * CHANGED);
  const shorter = Math.min(a.length, b.length);
  // A line that was typed on keeps all of the quote: additions may be as long as the quote itself.
  if (shorter === 0 || (longer - shorter > most && !b.startsWith(a))) return undefined;
  if (b.startsWith(a)) return (longer - shorter) / (2 * longer);
  const [text, pattern] = a.length > b.length ? [a, b] : [b, a];
  const matches = search(text, pattern, most);
  let least: number | undefined;
  for (const { start, end, errors } of matches) {
    const changed = (errors + text.length - (end - start)) / longer;
    if (changed <= CHANGED && (least === undefined || changed < least)) least = changed;
  }
  return least;
}

function bestOf(candidates: readonly Candidate[], anchor: Anchor, lines: readonly string[]): number | undefined {
  let best: Candidate | undefined;
  let most = Number.NEGATIVE_INFINITY;
  for (const candidate of candidates) {
    const around =
      Number((lines[candidate.at - 1] ?? "").endsWith(anchor.prefix)) +
      Number((lines[candidate.at + 1] ?? "").startsWith(anchor.suffix));
    const worth = around * 0.1 - candidate.changed;
    if (worth > most) {
      most = worth;
      best = candidate;
    }
  }
  return best?.at;
}
