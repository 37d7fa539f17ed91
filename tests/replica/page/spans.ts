import { isObject } from "../document";
import type { LineBox } from "./blocks";
import type { Run } from "./runs";
import { ascentOf, descentOf, measure } from "./type";

/** A box of document pixels from the start and top of its line. */
export interface Span {
  readonly x: number;
  readonly width: number;
  readonly top: number;
  readonly bottom: number;
}

/** Where the characters `start` to `end` of the paragraph stand in this visual line: one span a run. */
export function spansOf(box: LineBox, start: number, end: number): Span[] {
  return box.runs().flatMap((run) => {
    const from = Math.max(start, run.start);
    const to = Math.min(end, run.end);
    return to > from ? [{ ...across(run, from, to), ...upright(box, run) }] : [];
  });
}

/** From top to bottom of a run's letters. */
export function upright(
  box: LineBox,
  run: { readonly size: number; readonly raise: number },
): { top: number; bottom: number } {
  const baseline = Math.round(box.baseline - run.raise);
  return { top: baseline - ascentOf(run.size), bottom: baseline + descentOf(run.size) };
}

function across(run: Run, from: number, to: number): { x: number; width: number } {
  if (isObject(run.style)) return { x: run.x, width: run.width };
  const left = measure(run.font, run.text.slice(0, from - run.start));
  const right = measure(run.font, run.text.slice(0, to - run.start));
  return { x: run.x + (run.rightToLeft ? run.width - right : left), width: right - left };
}
