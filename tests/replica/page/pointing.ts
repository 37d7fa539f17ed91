import type { Editor } from "./editor";
import { PAGE_PITCH } from "./geometry";
import { boxLeft, pageTop, stripBottom, stripTop } from "./scale";
import { spansOf } from "./spans";
import type { Place } from "./text-model";

/** The place in the text nearest to a point of the window, of the pages that are live. */
export function placeAt(editor: Editor, x: number, y: number): Place | undefined {
  const { scale, layout, model, tiles } = editor;
  let nearest: Place | undefined;
  let distance = Number.POSITIVE_INFINITY;
  for (const { element, page } of tiles.live) {
    const corner = element.getBoundingClientRect();
    for (const strip of layout.pages[page] ?? []) {
      const top = corner.top + stripTop(strip, scale);
      const bottom = corner.top + stripBottom(strip, scale);
      const away = Math.max(top - y, y - bottom, 0);
      for (const box of strip.boxes) {
        const left = corner.left + boxLeft(box, scale);
        const aside = Math.max(left - x, x - left - box.width * scale.zoom, 0);
        if (away * 1000 + aside >= distance) continue;
        distance = away * 1000 + aside;
        nearest = { line: model.paragraphs.indexOf(box.paragraph), at: box.line.start };
        for (let at = box.line.start; at < box.line.end; at++) {
          const [span] = spansOf(box, at, at + 1);
          if (span && left + (span.x + span.width / 2) * scale.zoom < x) nearest = { line: nearest.line, at: at + 1 };
        }
      }
    }
  }
  return nearest;
}

/** Lets the pointer set the caret and select. What is frozen thaws with a click. */
export function listenForPointer(editor: Editor, focus: () => void): void {
  const { content } = editor.frame;
  let from: Place | undefined;
  content.addEventListener("mousedown", (event) => {
    event.preventDefault();
    const place = placeAt(editor, event.clientX, event.clientY);
    if (!place) return;
    from = event.shiftKey ? editor.anchor : place;
    editor.thaw = true;
    editor.select(from, place);
    for (const listener of editor.onClick) listener();
    focus();
  });
  content.addEventListener("mousemove", (event) => {
    const place = from && placeAt(editor, event.clientX, event.clientY);
    if (from && place) editor.select(from, place);
  });
  window.addEventListener("mouseup", () => {
    from = undefined;
  });
}

/** Scrolls so that a line of the document is in view. */
export function scrollToLine({ model, layout, scale, frame }: Editor, line: number): void {
  const strip = layout.stripsOf(model.at(line))[0];
  if (strip) frame.scroller.scrollTop = pageTop(strip.page, scale) + stripTop(strip, scale) - 60;
}

/** The first line of the topmost page that is in view. */
export function firstInView({ model, layout, scale, frame }: Editor): number {
  const page = layout.pages[Math.floor(frame.scroller.scrollTop / (PAGE_PITCH * scale.zoom))];
  const box = page?.[0]?.boxes[0];
  return box ? model.paragraphs.indexOf(box.paragraph) : 0;
}
