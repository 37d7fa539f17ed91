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
  /** Of an `OBJECT`: a smart chip with these words, such as a person or a date. */
  readonly chip?: string;
  /** Of an `OBJECT`: a picture so many pixels wide; as high as a letter of `size`. */
  readonly picture?: number;
}

/** Stands in a paragraph's text for one thing that is no text. What it is, its style says; without that it is as any character. */
export const OBJECT = "\ufffc";

/** A style over the UTF-16 offsets `start` to `end` of a paragraph. Later ones add to earlier ones. */
export interface StyleRange {
  readonly start: number;
  readonly end: number;
  readonly style: Style;
}

/** The words of a line and, between them, what is no text. */
export function paragraphWith(parts: readonly (string | Style)[]): Paragraph {
  let text = "";
  const styles: StyleRange[] = [];
  for (const part of parts) {
    const start = text.length;
    text += typeof part === "string" ? part : OBJECT;
    if (typeof part !== "string") styles.push({ start, end: text.length, style: part });
  }
  return { kind: "para", text, styles };
}

/** A paragraph's text with something else written for each thing that is no text. */
export function textWith({ text, styles = [] }: Paragraph, written: (object: Style) => string): string {
  return text.replaceAll(OBJECT, (own, at: number) => {
    const found = styles.find(({ start, end, style }) => start <= at && end > at && isObject(style));
    return found ? written(found.style) : own;
  });
}

/** Whether a style says what an `OBJECT` is. */
export const isObject = ({ chip, picture }: Style): boolean => chip !== undefined || picture !== undefined;

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
