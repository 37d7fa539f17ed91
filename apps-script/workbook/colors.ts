/** A colour as the Sheets API takes it, from `#0072B2`. */
export function colorOf(hex: string): { red: number; green: number; blue: number } {
  const part = (at: number) => Number.parseInt(hex.slice(at, at + 2), 16) / 255;
  return { red: part(1), green: part(3), blue: part(5) };
}

/** Five dimensions in the Okabe–Ito colours, which most colour-blind people can tell apart. */
export const DIMENSION_COLORS = ["#0072B2", "#E69F00", "#009E73", "#CC79A7", "#D55E00"] as const;

/** One hue from light to dark, so that a print in grey still reads; the number stands in the cell besides. */
export const HEAT_COLORS = [
  { from: 1, fill: "#DCEBF7", text: "#111111" },
  { from: 2, fill: "#A6CDEB", text: "#111111" },
  { from: 4, fill: "#5A9FD4", text: "#111111" },
  { from: 8, fill: "#0B4F8A", text: "#FFFFFF" },
] as const;
