import type { Editor } from "./editor";
import { boxLeft, pageTop, stripBottom, stripTop } from "./scale";
import { spansOf } from "./spans";
import type { Place } from "./text-model";

/** A caret, one's own or another person's: both have the same class. */
export class Caret {
  private readonly element = document.createElement("div");

  constructor(
    private readonly editor: Editor,
    colour: string,
    name?: string,
  ) {
    this.element.className = "kix-cursor";
    const line = Object.assign(document.createElement("div"), { className: "kix-cursor-caret" });
    line.style.borderColor = colour;
    this.element.append(line);
    if (name === undefined) return;
    const label = Object.assign(document.createElement("div"), { className: "kix-cursor-name", textContent: name });
    label.style.background = colour;
    this.element.append(label);
  }

  /** Puts the caret at a place, or away. */
  show(place: Place | undefined, content: HTMLElement): void {
    const at = place && caretBox(this.editor, place);
    if (!at) {
      this.element.remove();
      return;
    }
    if (!this.element.isConnected) content.append(this.element);
    const { style } = this.element;
    style.left = `${at.left}px`;
    style.top = `${at.top}px`;
    style.height = `${at.height}px`;
  }
}

/** Where a caret stands, in CSS pixels of the whole document. */
export function caretBox(
  editor: Editor,
  { line, at }: Place,
): { left: number; top: number; height: number } | undefined {
  const { model, layout, scale } = editor;
  const paragraph = model.paragraphs[line];
  if (!paragraph) return undefined;
  const strips = layout.stripsOf(paragraph);
  for (const strip of [...strips].reverse()) {
    const box = [...strip.boxes].reverse().find((one) => one.paragraph === paragraph && one.line.start <= at);
    if (!box) continue;
    const before = spansOf(box, Math.max(box.line.start, at - 1), at).at(-1);
    const after = spansOf(box, at, at + 1)[0];
    const x = before ? before.x + before.width : (after?.x ?? 0);
    const top = stripTop(strip, scale);
    return {
      left: editor.view().left + boxLeft(box, scale) + x * scale.zoom,
      top: pageTop(strip.page, scale) + top,
      height: stripBottom(strip, scale) - top,
    };
  }
  return undefined;
}
