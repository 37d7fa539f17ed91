/** What a line is on the page. An `item` is an agenda item; a `cell` is one cell of a table. */
export type LineKind = "heading" | "bullet" | "item" | "para" | "cell";

/** Whether the notes look forward to a meeting or back on it. */
export type NotesType = "agenda" | "minutes";

/** A paragraph, bullet, agenda item, cell or heading, as a reader found it. */
export interface Line {
  readonly kind: LineKind;
  /** The words, without list marker or checkbox, trimmed. May be empty (an empty cell keeps its place). */
  readonly text: string;
  /** Nesting from 0 for bullets; level from 1 for headings. */
  readonly depth?: number;
  /** Position in its table, from 0. Only on cells. */
  readonly row?: number;
  readonly column?: number;
  /** Only on checklist lines. A tick says nothing of whether the work was done well, so it is kept but not counted. */
  readonly checked?: boolean;
  /** UTF-16 offset of `text` in the source, where the source is text; else in the lines joined by "\n". */
  readonly offset?: number;
}

/** One document of notes. */
export interface Notes {
  readonly title?: string;
  /** Day of the meeting, `YYYY-MM-DD`. */
  readonly date?: string;
  readonly level?: string;
  readonly model?: string;
  /** Absent: told from the lines (see `notesType`). */
  readonly type?: NotesType;
  readonly lines: readonly Line[];
}
