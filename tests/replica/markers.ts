import type { Paragraph } from "./document";

const BULLETS = ["●", "○", "■"];

/** What stands before each paragraph of a list: a bullet by its level, a number in turn, a box where it can be ticked. */
export function markersOf(paragraphs: readonly Paragraph[]): (string | undefined)[] {
  const next: number[] = [];
  return paragraphs.map(({ kind, depth = 0, checked }) => {
    if (kind !== "item" && kind !== "bullet") {
      next.length = 0;
      return undefined;
    }
    next.length = depth + 1;
    if (checked !== undefined) return checked ? "☑" : "☐";
    if (kind === "bullet") return BULLETS[depth % BULLETS.length];
    next[depth] = (next[depth] ?? 0) + 1;
    return `${next[depth]}.`;
  });
}
