import type { Box, ShownLine } from "./host";
import type { Segment } from "./lay-line";
import type { Located } from "./locate";
import type { TextMeasure } from "./measure";
import type { PlacedRun } from "./runs";
import { visibleBefore, visibleOffsets } from "./visible";

const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;
const LEFT_TO_RIGHT = /[\p{Lu}\p{Ll}\p{Lt}\p{Nd}]/u;

/** So many spaces around a run are tried one by one; people indent with more, but seldom within a marked line. */
const MOST_SPACES = 5;

/** Makes what the overlay draws on. `scale`: pixels of the overlay to a pixel of the runs' fonts. */
export function shownLine(located: Located, measure: TextMeasure["measure"], scale: number): ShownLine {
  const { entry, segments, edit, fromStart } = located;
  const { line } = entry;
  const text = line.text.slice(line.shownFrom);
  let offsets: Int32Array | undefined;
  const visibleRange = (start: number, end: number): readonly [number, number] | undefined => {
    offsets ??= visibleOffsets(text);
    const from = visibleBefore(offsets, start - line.shownFrom);
    const to = visibleBefore(offsets, end - line.shownFrom);
    if (to <= from) return undefined;
    if (!edit || to <= edit.prefix) return [from, to];
    const known = entry.visible.length;
    const shift = edit.shown - known;
    return from >= known - edit.suffix ? [from + shift, to + shift] : undefined;
  };
  const first = (segments[0] as Segment).run;
  return {
    line,
    get position() {
      return entry.position;
    },
    certain: fromStart && edit === undefined,
    firstRow: { left: first.left, top: first.top, width: first.width, height: first.height },
    boxes: (start, end) => {
      const range = visibleRange(start, end);
      if (!range) return [];
      const boxes: Box[] = [];
      segments.forEach((segment, n) => {
        const from = Math.max(range[0], segment.at);
        const to = Math.min(range[1], segment.at + segment.run.visible.length);
        if (to <= from) return;
        const own = edit || !offsets ? undefined : spacings(text, offsets, segment, segments[n + 1]);
        const box = partOf(segment.run, from - segment.at, to - segment.at, own ?? [], measure, scale);
        if (box) boxes.push(box);
      });
      return boxes;
    },
  };
}

/** How the document may write a run: which of the spaces around it belong to it is not told. */
function spacings(text: string, offsets: Int32Array, { run, at }: Segment, next: Segment | undefined): string[] {
  const end = at + run.visible.length;
  const before = at === 0 ? 0 : (offsets[at - 1] as number) + 1;
  const after = next || end < offsets.length - 1 ? (offsets[end] as number) : text.length;
  const [from, to] = [offsets[at] as number, (offsets[end - 1] as number) + 1];
  const spellings: string[] = [];
  for (let start = from; start >= Math.max(before, from - MOST_SPACES); start--)
    for (let stop = to; stop <= Math.min(after, to + MOST_SPACES); stop++) spellings.push(text.slice(start, stop));
  return spellings;
}

/** The part of a run from one of its visible units to another, or `undefined` where writing in two directions hides it. */
function partOf(
  run: PlacedRun,
  from: number,
  to: number,
  spacings: readonly string[],
  measure: TextMeasure["measure"],
  scale: number,
): Box | undefined {
  const { left, top, width, height } = run;
  const all = { left, top, width, height };
  const whole = from === 0 && to === run.visible.length;
  const toLeft = RIGHT_TO_LEFT.test(run.visible);
  if (toLeft && LEFT_TO_RIGHT.test(run.visible)) return whole ? all : undefined;
  // The spelling that is as wide as the run tells which spaces are in it. A share of the width holds at every zoom.
  let text = run.text;
  let least = Math.abs(measure(run.font, text) * scale - width);
  for (const spelling of spacings) {
    const off = Math.abs(measure(run.font, spelling) * scale - width);
    if (off < least - 0.01) [text, least] = [spelling, off];
  }
  const full = measure(run.font, text);
  if (full <= 0) return whole ? all : undefined;
  const offsets = visibleOffsets(text);
  const share = (offset: number) => (measure(run.font, text.slice(0, offset)) / full) * width;
  const start = share(offsets[from] as number);
  const end = share((offsets[to - 1] as number) + 1);
  return { left: toLeft ? left + width - end : left + start, top, width: end - start, height };
}
