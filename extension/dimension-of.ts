import type { Indicator, Rubric } from "../core/index";

/** Colours there are for dimensions; with more dimensions they come round again. */
const COLOURS = 8;

/** An indicator by its code, and the number of its dimension's colour (`data-dim` in theme.css). */
export function dimensionOf(rubric: Rubric, code: string): { indicator: Indicator | undefined; dimension: number } {
  const indicator = rubric.indicators.find((other) => other.code === code);
  const position = rubric.dimensions.findIndex(({ key }) => key === indicator?.dimension);
  return { indicator, dimension: Math.max(0, position) % COLOURS };
}
