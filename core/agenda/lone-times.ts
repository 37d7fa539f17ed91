import type { TimeBox } from "../notes/details";
import type { Line } from "../notes/notes";

/** The time of each line, and the lines that are nothing but the time of another. */
export interface PlacedTimes {
  readonly boxes: readonly (TimeBox | undefined)[];
  readonly lone: ReadonlySet<number>;
}

/** Gives a clock time that stands on a line of its own to the item on the next line; the last one, with nothing below, ends the item above. */
export function placedTimes(lines: readonly Line[], own: readonly (TimeBox | undefined)[]): PlacedTimes {
  const boxes = [...own];
  const lone = new Set<number>();
  own.forEach((box, at) => {
    if (box?.from === undefined || !isAlone(lines[at] as Line, box)) return;
    const below = lines.findIndex(({ text }, index) => index > at && text !== "");
    if (below >= 0 && !own[below] && lines[below]?.kind !== "heading" && lines[below]?.kind !== "cell") {
      // The place in another line says nothing of the item's own words.
      boxes[below] = { ...box, start: 0, end: 0 };
      lone.add(at);
    } else if (below < 0) endAbove(boxes, at, box.from);
  });
  return { boxes, lone };

  function endAbove(times: (TimeBox | undefined)[], at: number, to: number): void {
    for (let above = at - 1; above >= 0; above--) {
      const box = times[above];
      if (!box || lone.has(above)) continue;
      if (box.from === undefined || box.minutes !== undefined || box.to !== undefined || to <= box.from) return;
      times[above] = { ...box, to, minutes: to - box.from };
      lone.add(at);
      return;
    }
  }
}

const isAlone = ({ kind, text }: Line, { start, end }: TimeBox): boolean =>
  (kind === "para" || kind === "item") && !/[\p{L}\d]/u.test(text.slice(0, start) + text.slice(end));
