import type { Paragraph, Style } from "../document";
import type { Options } from "../options";
import { act } from "./acts";
import { annotatedText } from "./annotated-text";
import type { Piece } from "./boot";
import type { Counters } from "./counters";
import type { Editor } from "./editor";
import { firstInView, placeAt, scrollToLine } from "./pointing";
import type { Place } from "./text-model";
import { type ClientBox, livePages, truthOf, type Under, under } from "./truth";

/** What tests do to the page and read from it. Lines count from 0 in the open tab, cells included; offsets are UTF-16. */
export interface Control {
  /** Resolves when all that was asked has been painted. */
  settled(): Promise<void>;
  /** Paints at once, without waiting for a frame. */
  paint(): void;
  /** Paints all of it anew, at once. */
  repaint(): void;
  set(options: Partial<Options>): void;
  options(): Options;
  /** Lets what is `late` arrive. */
  arrive(): void;
  /** Brings the next piece of a page that boots when it is told, and says which; nothing where all are there. */
  boot(): Piece | undefined;

  lines(): readonly Paragraph[];
  /** The text as the annotated text gives it. */
  text(): string;
  tab(): string;
  openTab(id: string): void;

  /** The person's own edits and caret. */
  caret(): Place;
  select(anchor: Place, caret?: Place): void;
  focus(): void;
  insert(line: number, at: number, text: string): void;
  remove(line: number, start: number, end: number): void;
  split(line: number, at: number): void;
  join(line: number): boolean;
  format(line: number, start: number, end: number, style: Style): void;
  comment(line: number, start: number, end: number): void;
  clearComments(): void;

  /** A second person edits: only her caret moves. */
  colleagueInserts(line: number, at: number, text: string): void;
  colleagueRemoves(line: number, start: number, end: number): void;
  colleagueAdds(line: number, paragraphs: readonly Paragraph[]): void;

  /** One of all that can happen, at random by the seed, near what is in view: edits of both persons, scrolls, zooms. Says which. */
  act(seed: number): string;

  scrollTo(top: number): void;
  scrollToLine(line: number): void;
  scroll(): { readonly top: number; readonly height: number; readonly view: number };

  /** Where characters truly are; empty for what is not on a canvas now. */
  truth(line: number, start: number, end: number): ClientBox[];
  /** What characters a box stands on. */
  under(box: ClientBox): Under[];
  placeAt(x: number, y: number): Place | undefined;
  /** In the order of the elements. */
  livePages(): number[];
  pageCount(): number;
  readonly counters: Counters;
}

declare global {
  interface Window {
    __replica: Control;
  }
}

/** The control of one editor. */
export function controlOf(editor: Editor, page: Pick<Control, "openTab" | "arrive" | "boot" | "focus">): Control {
  const text = () => editor.model;
  const { scroller } = editor.frame;
  const keepingOwn = (line: number, at: number, by: number, edit: () => void) => {
    const { caret, anchor } = editor;
    const moved = (place: Place): Place =>
      place.line === line && place.at > at ? { line, at: Math.max(at, place.at + by) } : place;
    edit();
    editor.select(moved(anchor), moved(caret));
  };
  const control: Control = {
    settled: () => editor.settled(),
    paint: () => editor.paint(),
    repaint: () => {
      editor.tiles.forget();
      editor.paint();
    },
    set: (options) => editor.set(options),
    options: () => editor.options,
    arrive: page.arrive,
    boot: page.boot,
    lines: () => text().paragraphs,
    text: () => annotatedText(text().paragraphs).text,
    tab: () => text().tab.id,
    openTab: page.openTab,
    caret: () => editor.caret,
    select: (anchor, caret) => editor.select(anchor, caret),
    focus: page.focus,
    insert: (line, at, added) => text().insert({ line, at }, added),
    remove: (line, start, end) => text().remove(line, start, end),
    split: (line, at) => text().split({ line, at }),
    join: (line) => text().join(line),
    format: (line, start, end, style) => text().format(line, { start, end, style }),
    comment: (line, start, end) => editor.comment(line, start, end),
    clearComments: () => editor.clearComments(),
    colleagueInserts: (line, at, added) => {
      keepingOwn(line, at, added.length, () => text().insert({ line, at }, added));
      editor.colleague = { line, at: at + added.length };
    },
    colleagueRemoves: (line, start, end) => {
      keepingOwn(line, start, start - end, () => text().remove(line, start, end));
      editor.colleague = { line, at: start };
    },
    colleagueAdds: (line, paragraphs) => {
      const { caret, anchor } = editor;
      text().replace(line, 0, paragraphs);
      const moved = (place: Place) => (place.line >= line ? { ...place, line: place.line + paragraphs.length } : place);
      editor.select(moved(anchor), moved(caret));
      editor.colleague = { line: line + paragraphs.length - 1, at: paragraphs.at(-1)?.text.length ?? 0 };
    },
    scrollTo: (top) => {
      scroller.scrollTop = top;
    },
    scrollToLine: (line) => scrollToLine(editor, line),
    scroll: () => ({ top: scroller.scrollTop, height: scroller.scrollHeight, view: scroller.clientHeight }),
    truth: (line, start, end) => truthOf(editor, line, start, end),
    under: (box) => under(editor, box),
    placeAt: (x, y) => placeAt(editor, x, y),
    livePages: () => livePages(editor),
    pageCount: () => editor.layout.pages.length,
    counters: editor.counters,
    act: (seed) => act(control, firstInView(editor), seed),
  };
  return control;
}
