import { type Paragraph, textWith } from "../document";
import type { Editor } from "./editor";
import { pageTop } from "./scale";
import { ordered, type Place } from "./text-model";

/** What the page gives to an extension that was named before it ran. Offsets are of `getText()`. */
export interface AnnotatedText {
  getText(): string;
  getSelection(): { start: number; end: number }[];
  setSelection(start: number, end: number): void;
  getAnnotations(): Record<string, unknown>;
}

declare global {
  interface Window {
    /** Set by an extension, to its own id, before the page runs. */
    _docs_annotate_canvas_by_ext?: string;
    _docs_annotate_getAnnotatedText?: (id: string) => Promise<AnnotatedText | null>;
  }
}

/** How far the text is behind, where it lags. */
const LAG_MS = 600;

/** Stands for a picture or a chip. */
const THING = "\u001a";
const [START, TABLE, TABLE_END, ROW, CELL] = ["\u0003", "\u0010", "\u0011", "\u0012", "\u001c"];

/** The whole text of the tab with control characters for what is not text, and where each paragraph starts in it. */
export function annotatedText(paragraphs: readonly Paragraph[]): { text: string; starts: number[] } {
  const starts: number[] = [];
  let text = START;
  let before: Paragraph | undefined;
  for (const paragraph of paragraphs) {
    const isCell = paragraph.kind === "cell";
    if (!isCell && before?.kind === "cell") text += TABLE_END;
    if (isCell && before?.kind !== "cell") text += TABLE;
    if (isCell && (before?.kind !== "cell" || before.row !== paragraph.row || paragraph.row === undefined))
      text += ROW + CELL;
    else if (isCell && before?.column !== paragraph.column) text += CELL;
    starts.push(text.length);
    text += `${textWith(paragraph, () => THING)}\n`;
    before = paragraph;
  }
  if (before?.kind === "cell") text += `${TABLE_END}\n`;
  return { text: `${text}${START}\n`, starts };
}

/** Puts the factory on the window, unless the options keep it away. It answers the named id only. */
export function installAnnotatedText(editor: Editor, id: string): void {
  const { paragraphs } = editor.model;
  let frozen = annotatedText(paragraphs);
  const thaw = () => {
    frozen = annotatedText(editor.model.paragraphs);
  };
  editor.onClick.push(thaw);
  editor.onEdit.push(() => {
    if (editor.options.text !== "lags") return;
    const now = annotatedText(editor.model.paragraphs);
    setTimeout(() => {
      frozen = now;
    }, LAG_MS);
  });
  const current = () => {
    if (editor.options.text !== "stale" && editor.options.text !== "lags") thaw();
    return frozen;
  };
  window._docs_annotate_getAnnotatedText = (asked) => {
    editor.counters.textReads++;
    const { text } = editor.options;
    if (text === "hangs") return new Promise(() => {});
    if (text === "rejects") return Promise.reject(new Error("annotated text is not available"));
    return Promise.resolve(text === "empty" || asked !== id ? null : snapshot(editor, current()));
  };
}

/** The text as it was when it was asked for: what is given does not change with later edits. */
function snapshot(editor: Editor, { text, starts }: ReturnType<typeof annotatedText>): AnnotatedText {
  return {
    getText: () => text,
    getSelection: () => {
      const [start, end] = ordered(editor.anchor, editor.caret).map(({ line, at }) => (starts[line] ?? 0) + at);
      return [{ start: start ?? 0, end: end ?? 0 }];
    },
    setSelection: (start, end) => {
      editor.counters.setSelections++;
      editor.select(placeOf(starts, start), placeOf(starts, end));
      const strip = editor.layout.stripsOf(editor.model.at(editor.caret.line))[0];
      if (strip) editor.frame.scroller.scrollTop = pageTop(strip.page, editor.scale) + strip.y * editor.scale.zoom;
    },
    getAnnotations: () => ({}),
  };
}

function placeOf(starts: readonly number[], offset: number): Place {
  const line = Math.max(0, starts.filter((start) => start <= offset).length - 1);
  return { line, at: Math.max(0, offset - (starts[line] ?? 0)) };
}
