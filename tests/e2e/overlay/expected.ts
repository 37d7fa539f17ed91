import { createTagger, finish, plcRubric, type Span, type Tag } from "../../../core/index";
import { templateLines } from "../../../core/notes/template";
import { DocumentLines } from "../../../extension/hosts/document-lines";

/** The evidence of one tag: the words that must be underlined, by offsets in the paragraph's text. */
export interface ExpectedTag {
  readonly line: number;
  readonly code: string;
  readonly stance: string;
  readonly text: string;
  readonly spans: readonly Span[];
}

const tagger = createTagger(plcRubric);

/** What should be marked in a document whose annotated text is given. */
export function expectedTags(annotated: string, title: string): ExpectedTag[] {
  const read = linesOf(annotated);
  const { tags } = tagger.tag({ title, lines: read.map(({ line }) => line) });
  return read.flatMap((line, at) => expectedIn(line, at, tags[at] ?? []));
}

/** What may be marked until it is noticed that a line stands there so often that it is print, which gets no tags. */
export function tagsOfPrint(annotated: string, title: string): ExpectedTag[] {
  const read = linesOf(annotated);
  const lines = read.map(({ line }) => line);
  const print = templateLines(lines);
  const { type } = tagger.tag({ title, lines });
  return read.flatMap((line, at) => {
    if (!print[at]) return [];
    const headings = lines.slice(0, at).filter(({ kind }) => kind === "heading");
    return expectedIn(line, at, tagger.tag({ title, type, lines: [...headings, line.line] }).tags.at(-1) ?? []);
  });
}

function linesOf(annotated: string): DocumentLines["lines"] {
  const document = new DocumentLines();
  finish(document.replace(annotated));
  return document.lines;
}

const expectedIn = (
  { text, lead }: DocumentLines["lines"][number],
  line: number,
  tags: readonly Tag[],
): ExpectedTag[] =>
  tags.map(({ indicator, stance, evidence }) => ({
    line,
    code: indicator,
    stance,
    text,
    spans: evidence.map(([start, end]): Span => [start + lead, end + lead]),
  }));
