import { type Item, LineCollector, type Place } from "../../core/notes/line-collector";
import type { Line } from "../../core/notes/notes";
import type { DocsBlock, DocsElement, DocsParagraph, DocsTabContent } from "./docs-json";
import { placedRows } from "./table-cells";

/** The lines of one tab, and for each the id of the heading that a link can lead to: its own or the nearest above. */
export interface TabLines {
  readonly lines: readonly Line[];
  readonly headingIds: readonly (string | undefined)[];
  /** The text of the first title or first-level heading, if there is one. */
  readonly marked?: string;
}

/** Reads one tab as it would be if no suggestion had been accepted. */
export function linesOfTab(tab: DocsTabContent): TabLines {
  const reader = new TabReader();
  reader.blocks(tab.body?.content ?? [], { bold: false });
  reader.endParagraph();
  for (const id of reader.footnotes) reader.blocks(tab.footnotes?.[id]?.content ?? [], { bold: false });
  return reader.finish();
}

type Around = Pick<Place, "cell" | "bold">;

const HEADINGS: Readonly<Record<string, number>> = {
  TITLE: 1,
  HEADING_1: 1,
  HEADING_2: 2,
  HEADING_3: 3,
  HEADING_4: 4,
  HEADING_5: 5,
  HEADING_6: 6,
};

class TabReader {
  readonly footnotes: string[] = [];
  private readonly collector = new LineCollector();
  private readonly headingIds: (string | undefined)[] = [];
  private headingId: string | undefined;
  private marked: string | undefined;

  blocks(blocks: readonly DocsBlock[], around: Around): void {
    for (const { paragraph, table } of blocks) {
      if (paragraph) this.paragraph(paragraph, around);
      else if (table) {
        this.endParagraph();
        for (const { cell, content } of placedRows(table)) {
          const before = this.collector.lines.length;
          this.blocks(content, { ...around, cell });
          this.endParagraph();
          if (this.collector.lines.length === before) this.collector.emptyCell(cell);
          this.noteHeadings();
        }
      }
    }
  }

  endParagraph(): void {
    this.collector.flush();
    this.noteHeadings();
  }

  finish(): TabLines {
    this.endParagraph();
    const lines = this.collector.finish();
    return { lines, headingIds: this.headingIds, ...(this.marked ? { marked: this.marked } : {}) };
  }

  private paragraph(paragraph: DocsParagraph, around: Around): void {
    const { namedStyleType, headingId } = paragraph.paragraphStyle ?? {};
    const heading = around.cell ? undefined : HEADINGS[namedStyleType ?? ""];
    if (headingId) this.headingId = headingId;
    const item: Item | undefined = paragraph.bullet ? { depth: paragraph.bullet.nestingLevel ?? 0 } : undefined;
    const from = this.collector.lines.length;
    let joined = false;
    for (const element of paragraph.elements ?? []) {
      // Where even the end of the paragraph is only suggested, the next one still belongs to it.
      if (isSuggested(element)) joined ||= element.textRun?.content?.endsWith("\n") ?? false;
      else this.element(element, { ...around, heading, item: heading === undefined ? item : undefined });
    }
    if (joined) return;
    this.endParagraph();
    if (heading === 1 && this.marked === undefined) this.marked = this.collector.lines[from]?.text;
  }

  private element(element: DocsElement, place: Place): void {
    const { textRun, footnoteReference } = element;
    if (footnoteReference?.footnoteId) this.footnotes.push(footnoteReference.footnoteId);
    if (!textRun) {
      const text = chipText(element);
      if (text) this.collector.text(text, place);
      return;
    }
    const here = { ...place, bold: textRun.textStyle?.bold ?? false };
    // A vertical tab is a new line within the paragraph (Shift + Enter).
    (textRun.content ?? "").split("\v").forEach((part, at) => {
      if (at) this.collector.break();
      this.collector.text(part, here);
    });
  }

  private noteHeadings(): void {
    while (this.headingIds.length < this.collector.lines.length) this.headingIds.push(this.headingId);
  }
}

function isSuggested({ textRun, person, richLink, dateElement, footnoteReference }: DocsElement): boolean {
  const element = textRun ?? person ?? richLink ?? dateElement ?? footnoteReference;
  return (element?.suggestedInsertionIds?.length ?? 0) > 0;
}

/** A chip as it reads on the page. */
function chipText({ person, richLink, dateElement }: DocsElement): string {
  const date = dateElement?.dateElementProperties;
  return (
    person?.personProperties?.name ||
    person?.personProperties?.email ||
    richLink?.richLinkProperties?.title ||
    richLink?.richLinkProperties?.uri ||
    date?.displayText ||
    date?.timestamp?.slice(0, 10) ||
    ""
  );
}
