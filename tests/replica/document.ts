import type { Line, Notes } from "../../core/index";

/** How a stretch of text looks. Sizes are in points. */
export interface Style {
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly superscript?: boolean;
  readonly link?: boolean;
  /** A line through the text, painted opaque over it. */
  readonly strike?: boolean;
  readonly size?: number;
  readonly family?: string;
  /** A CSS colour, painted opaque behind the text. */
  readonly highlight?: string;
}

/** A style over the UTF-16 offsets `start` to `end` of a paragraph. Later ones add to earlier ones. */
export interface StyleRange {
  readonly start: number;
  readonly end: number;
  readonly style: Style;
}

/** A line of notes as the editor holds it: a soft line break is "\v" in its text. */
export interface Paragraph extends Omit<Line, "offset"> {
  readonly styles?: readonly StyleRange[];
}

/** One tab of a document; `depth` is its nesting in the list of tabs. */
export interface Tab {
  readonly id: string;
  readonly title: string;
  readonly depth?: number;
  readonly paragraphs: readonly Paragraph[];
}

export interface ReplicaDocument {
  readonly title: string;
  readonly tabs: readonly Tab[];
}

/** A tab that shows these notes. */
export function tabFromNotes(notes: Notes, id = "t.0", title = "Tab 1"): Tab {
  const paragraphs = notes.lines.map(({ offset: _offset, ...line }) => ({
    ...line,
    text: line.text.replace(/\r\n?|\n/g, "\v"),
  }));
  return { id, title, paragraphs };
}

/** A document of one tab that shows these notes. */
export function documentFromNotes(notes: Notes): ReplicaDocument {
  return { title: notes.title ?? "Untitled document", tabs: [tabFromNotes(notes)] };
}
