/** A part of a whole, 0–1; absent where there is no whole. */
export function share(part: number, whole: number): number | undefined {
  return whole === 0 ? undefined : part / whole;
}

/**
 * How far two who each mark some lines agree: twice what both marked, over all that each marked. 1: the same lines; 0: no line in
 * common; absent where neither marked any. Lines that neither marked do not count, so that it tells something where most are
 * unmarked, which kappa does not.
 */
export function f1Of(both: number, onlyFirst: number, onlySecond: number): number | undefined {
  return share(2 * both, 2 * both + onlyFirst + onlySecond);
}

/** Cohen's kappa: agreement beyond what chance would give, at most 1; absent where chance alone would give all of it. */
export function kappaOf(both: number, onlyFirst: number, onlySecond: number, neither: number): number | undefined {
  const all = both + onlyFirst + onlySecond + neither;
  if (all === 0) return undefined;
  const first = (both + onlyFirst) / all;
  const second = (both + onlySecond) / all;
  const chance = first * second + (1 - first) * (1 - second);
  return chance === 1 ? undefined : ((both + neither) / all - chance) / (1 - chance);
}

/** The figures without those that are absent, as strict optional fields and JSON have them. */
export function present<T extends Readonly<Record<string, number | undefined>>>(
  figures: T,
): { [K in keyof T]?: number } {
  return Object.fromEntries(Object.entries(figures).filter(([, figure]) => figure !== undefined)) as {
    [K in keyof T]?: number;
  };
}
