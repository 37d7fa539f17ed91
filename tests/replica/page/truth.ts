import type { Paragraph } from "../document";
import type { LineBox } from "./blocks";
import type { Editor } from "./editor";
import { boxLeft } from "./scale";
import { spansOf } from "./spans";
import type { Tile } from "./tile";

/** A box in CSS pixels of the window, as `getBoundingClientRect` gives it. */
export interface ClientBox {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Characters of a line that stand under a box. */
export interface Under {
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Where the characters `start` to `end` of a line truly are on the canvases now: one box a run and visual line. */
export function truthOf(editor: Editor, line: number, start: number, end: number): ClientBox[] {
  const paragraph = editor.model.at(line);
  return onCanvas(editor).flatMap(({ box, place }) => {
    if (box.paragraph !== paragraph) return [];
    return spansOf(box, start, end).map((span) => place(span.x, span.x + span.width, span.top, span.bottom));
  });
}

/** The words whose letters' middles stand within a box: what a mark there would be taken to mark. */
export function under(editor: Editor, where: ClientBox): Under[] {
  const found: Under[] = [];
  for (const { box, place, top, bottom } of onCanvas(editor)) {
    if (bottom < where.top || top > where.bottom) continue;
    const hit: number[] = [];
    for (let at = box.line.start; at < box.line.end; at++) {
      const [span] = spansOf(box, at, at + 1);
      if (!span) continue;
      const letter = place(span.x, span.x + span.width, span.top, span.bottom);
      const across = (letter.left + letter.right) / 2;
      const overlap = Math.min(letter.bottom, where.bottom) - Math.max(letter.top, where.top);
      if (across > where.left && across < where.right && overlap > 0) hit.push(at);
    }
    if (!hit.length) continue;
    const start = Math.min(...hit);
    const end = Math.max(...hit) + 1;
    const { text } = box.paragraph;
    found.push({ line: lineOf(editor, box.paragraph), start, end, text: text.slice(start, end) });
  }
  return found;
}

/** Which line a painted paragraph is, also one that has been edited since. */
function lineOf({ model }: Editor, painted: Paragraph): number {
  const line = model.paragraphs.indexOf(painted);
  if (line >= 0) return line;
  const id = model.idOf(painted);
  return model.paragraphs.findIndex((paragraph) => model.idOf(paragraph) === id);
}

/** The document's pages that are on screen or near it, in the order of their elements. */
export function livePages(editor: Editor): number[] {
  const { content } = editor.frame;
  const order = [...content.querySelectorAll(".kix-page-paginated")];
  return [...editor.tiles.live]
    .sort((a, b) => order.indexOf(a.element) - order.indexOf(b.element))
    .map((tile) => tile.page);
}

interface Placed {
  readonly box: LineBox;
  readonly top: number;
  readonly bottom: number;
  /** From document pixels of the line to the window. */
  readonly place: (left: number, right: number, top: number, bottom: number) => ClientBox;
}

function onCanvas(editor: Editor): Placed[] {
  return editor.tiles.live.flatMap(placed);
}

/** The lines as the painter put them on its canvas, which may have rounded; none of what its band leaves out. */
function placed({ painter }: Tile): Placed[] {
  const { canvas, scale } = painter;
  const seen = canvas.getBoundingClientRect();
  const [across, down] = [seen.width / canvas.width, seen.height / canvas.height];
  const device = scale.zoom * scale.ratio;
  return [...painter.strips].flatMap((strip) => {
    const top = strip.top - painter.top;
    const bottom = strip.bottom - painter.top;
    if (bottom <= 0 || top >= canvas.height) return [];
    return strip.strip.boxes.map((box) => {
      const left = Math.round(boxLeft(box, scale) * scale.ratio);
      return {
        box,
        top: seen.top + top * down,
        bottom: seen.top + bottom * down,
        place: (from: number, to: number, above: number, below: number) => ({
          left: seen.left + (left + from * device) * across,
          right: seen.left + (left + to * device) * across,
          top: seen.top + (top + above * device) * down,
          bottom: seen.top + (top + below * device) * down,
        }),
      };
    });
  });
}
