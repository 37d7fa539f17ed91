import type { LinearFile } from "./linear";
import learned from "./model.json" with { type: "json" };

/** What was learned from labelled meetings, as data. Made by `npm run train`; never edited by hand. */
export interface ModelFile {
  readonly version: string;
  /** For each indicator, what speaks for it and against it. */
  readonly tags: LinearFile;
  /** Stances, with what leans an indicator towards one of them: `{ "SB6": "evidenced 40" }`. */
  readonly stance: LinearFile & { readonly byIndicator: Readonly<Record<string, string>> };
  /** From score (hundredths) to the share of tags that people accepted, rising. */
  readonly calibration: readonly (readonly [score: number, confidence: number])[];
  /** Confidence from which a tag is suggested, and from which it counts as found. */
  readonly tiers: { readonly suggested: number; readonly found: number };
}

/** The model that comes with the tagger. */
export const builtInModel = learned as unknown as ModelFile;

/** Reads a rising table: straight between its points, flat beyond them. */
export function interpolate(table: readonly (readonly [number, number])[], x: number): number {
  const first = table[0];
  if (!first) return 0;
  if (x <= first[0]) return first[1];
  for (let at = 1; at < table.length; at++) {
    const [x1, y1] = table[at] as readonly [number, number];
    if (x > x1) continue;
    const [x0, y0] = table[at - 1] as readonly [number, number];
    return y0 + ((y1 - y0) * (x - x0)) / (x1 - x0);
  }
  return (table[table.length - 1] as readonly [number, number])[1];
}
