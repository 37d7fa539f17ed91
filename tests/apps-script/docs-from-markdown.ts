import { Marked, type Token, type Tokens } from "marked";
import type { DocsBlock, DocsDocument, DocsElement, DocsParagraph } from "../../apps-script/document/docs-json";

/**
 * A document of the Docs API with the content of some Markdown, as Google Docs would hold it. It shares no code with the
 * readers of the command line, so that both can be held against each other.
 */
export function docsFromMarkdown(markdown: string, id = "document", title = ""): DocsDocument {
  const content: DocsBlock[] = [{}, ...blocksOf(new Marked({ gfm: true }).lexer(markdown))];
  return {
    documentId: id,
    title,
    tabs: [
      {
        tabProperties: { tabId: "t.0", title: "Tab 1" },
        documentTab: { body: { content }, footnotes: {} },
        childTabs: [],
      },
    ],
  };
}

let headings = 0;

function blocksOf(tokens: readonly Token[], nesting = 0): DocsBlock[] {
  return tokens.flatMap((token): DocsBlock[] => {
    switch (token.type) {
      case "heading":
        headings++;
        return [
          paragraph(inline(token.tokens ?? []), {
            paragraphStyle: { namedStyleType: `HEADING_${token.depth}`, headingId: `h.${headings}` },
          }),
        ];
      case "paragraph":
      case "text":
        return [paragraph(inline(token.tokens ?? [token]), {})];
      case "list":
        return (token as Tokens.List).items.flatMap((item) => itemBlocks(item, nesting));
      case "table":
        return [tableOf(token as Tokens.Table)];
      default:
        return [];
    }
  });
}

function itemBlocks({ tokens }: Tokens.ListItem, nestingLevel: number): DocsBlock[] {
  return tokens.flatMap((token) => {
    if (token.type === "list")
      return (token as Tokens.List).items.flatMap((item) => itemBlocks(item, nestingLevel + 1));
    if (token.type === "checkbox") return [];
    return [paragraph(inline("tokens" in token ? (token.tokens ?? []) : [token]), { bullet: { nestingLevel } })];
  });
}

function tableOf({ header, rows }: Tokens.Table): DocsBlock {
  const row = (cells: readonly Tokens.TableCell[]) => ({
    tableCells: cells.map(({ tokens }) => ({ content: [paragraph(inline(tokens), {})], tableCellStyle: {} })),
  });
  return { table: { columns: header.length, tableRows: [header, ...rows].map(row) } };
}

function paragraph(elements: readonly DocsElement[], rest: Partial<DocsParagraph>): DocsBlock {
  const style = rest.paragraphStyle ?? { namedStyleType: "NORMAL_TEXT" };
  return { paragraph: { ...rest, paragraphStyle: style, elements: [...elements, run("\n", false)] } };
}

function inline(tokens: readonly Token[], bold = false): DocsElement[] {
  return tokens.flatMap((token): DocsElement[] => {
    if (token.type === "br") return [run("\v", bold)];
    if (token.type === "checkbox") return [];
    if ("tokens" in token && token.tokens) return inline(token.tokens, bold || token.type === "strong");
    return [run(plain("text" in token ? String(token.text) : ""), bold)];
  });
}

const run = (content: string, bold: boolean): DocsElement => ({
  textRun: { content, textStyle: bold ? { bold } : {} },
});

const plain = (text: string): string =>
  text
    .replace(/\n/g, " ")
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, "&");
