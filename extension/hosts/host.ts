import type { Line } from "../../core/index";
import type { Place, ReadingWay } from "../protocol";

/** A line of the document as its text source has it. */
export interface HostLine {
  /** Stays with the line through edits, as far as the text tells which line is which. */
  readonly id: number;
  /** The paragraph's text, without marks of tables and objects. */
  readonly text: string;
  /** Its place in a table, where it stands in one. */
  readonly cell?: { readonly row: number; readonly column: number };
  /** What the tagger reads. */
  readonly line: Line;
  /** Where `line.text` starts in `text`, in UTF-16 units. */
  readonly lead: number;
  /** From where on in `text` the page shows the line itself: past a list marker that the text source writes into its lines. */
  readonly shownFrom: number;
}

/** A rectangle in CSS pixels of its page's overlay: from the page's corner, before any scaling of the page. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** A line that stands on a page now, and where its characters are. */
export interface ShownLine {
  readonly line: HostLine;
  /** Position of the line in the document, from 0. */
  readonly position: number;
  /** Whether the page shows the line exactly as the text has it, from its first word on. */
  readonly certain: boolean;
  /** The line's first row on this page. */
  readonly firstRow: Box;
  /** Boxes of the characters `start` to `end` of `line.text`; none where the page does not show just these. */
  boxes(start: number, end: number): readonly Box[];
}

/** What one page element shows. */
export interface PageView {
  readonly page: HTMLElement;
  /** Of the page, in pixels of its overlay. */
  readonly width: number;
  /** In the order of the document. A line that is shown as before is the same object. */
  readonly lines: readonly ShownLine[];
  /** Right of all text on the page; beyond it there is only margin. */
  readonly textRight: number;
  /** Visible characters that no line of the document accounts for, and lines shown with an edit that is not read yet. */
  readonly unread: number;
}

/** Lines `at` to `at + removed` went away and `inserted` came in their place. */
export interface LinesChange {
  readonly at: number;
  readonly removed: number;
  readonly inserted: readonly HostLine[];
}

/** What a host tells. */
export interface HostListener {
  /** The text of the open tab is now this; `change` is absent where it was read anew. */
  linesChanged(lines: readonly HostLine[], change: LinesChange | undefined): void;
  /** A page shows something else, or the same in another place. An empty view: nothing can be told of it. */
  pageChanged(view: PageView): void;
  /** A page element is gone. */
  pageGone(page: HTMLElement): void;
  /** Another tab or document is open, or its text is read in another way: other lines follow, with ids of their own. */
  linesForgotten(): void;
  wayChanged(way: ReadingWay): void;
}

/** Reads an editor's page. It never touches the caret, the selection, the scroll position or the text. */
export interface Host {
  readonly lines: readonly HostLine[];
  readonly way: ReadingWay;
  /** The document and tab that are open; `undefined` where none is. */
  readonly place: Place | undefined;
  /** The line of the caret; `undefined` where the page does not tell. */
  caretLine(): Promise<number | undefined>;
  /**
   * Scrolls a line into view because a person asked for it, or near it where its page is not live yet; false where there
   * is no such line.
   */
  reveal(position: number): boolean;
}
