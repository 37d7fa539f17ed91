/** The Okabe–Ito colours, which most colour-blind people can tell apart, with text that reads on each (4.5:1 or more). */
export const dimensionColors = [
  { fill: "#0072B2", text: "#FFFFFF" },
  { fill: "#E69F00", text: "#111111" },
  { fill: "#009E73", text: "#111111" },
  { fill: "#CC79A7", text: "#111111" },
  { fill: "#D55E00", text: "#111111" },
  { fill: "#56B4E9", text: "#111111" },
  { fill: "#F0E442", text: "#111111" },
  { fill: "#B8C0C8", text: "#111111" },
] as const;

/** Position of a dimension's colour; with more than eight dimensions colours come round again. */
export function colorIndex(position: number): number {
  return position % dimensionColors.length;
}
