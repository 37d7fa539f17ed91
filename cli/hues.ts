import type { Rubric } from "../core/index";
import type { colors } from "./terminal";

/** Colours a text. */
export type Paint = (text: string) => string;

/** A terminal colour for each indicator, the same for all of one dimension. */
export function hues(
  rubric: Pick<Rubric, "dimensions" | "indicators">,
  color: ReturnType<typeof colors>,
): Map<string, Paint> {
  const paints: Paint[] = [color.yellow, color.cyan, color.green, color.blue, color.magenta];
  const byDimension = new Map(rubric.dimensions.map(({ key }, at) => [key, paints[at % paints.length] as Paint]));
  return new Map(rubric.indicators.map(({ code, dimension }) => [code, byDimension.get(dimension) as Paint]));
}
