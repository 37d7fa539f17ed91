import { createTagger, finish, plcRubric, type Span } from "../../../core/index";
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
  const document = new DocumentLines();
  finish(document.replace(annotated));
  const { lines } = document;
  const { tags } = tagger.tag({ title, lines: lines.map(({ line }) => line) });
  return lines.flatMap(({ text, lead }, line) =>
    (tags[line] ?? []).map(({ indicator, stance, evidence }) => ({
      line,
      code: indicator,
      stance,
      text,
      spans: evidence.map(([start, end]): Span => [start + lead, end + lead]),
    })),
  );
}
