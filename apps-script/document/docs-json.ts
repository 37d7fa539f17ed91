/**
 * The part of a document of the Docs API that notes are read from. Every field may be absent. The types that come with
 * Apps Script know no tabs; that the API's own types fit these is checked where documents are tested.
 */
export interface DocsDocument {
  readonly documentId?: string | null;
  readonly title?: string | null;
  readonly tabs?: readonly DocsTab[];
}

export interface DocsTab {
  readonly tabProperties?: { readonly tabId?: string | null; readonly title?: string | null };
  readonly documentTab?: DocsTabContent;
  readonly childTabs?: readonly DocsTab[];
}

export interface DocsTabContent {
  readonly body?: { readonly content?: readonly DocsBlock[] };
  readonly footnotes?: Readonly<Record<string, { readonly content?: readonly DocsBlock[] }>> | null;
}

/** A paragraph or a table; section breaks and tables of contents hold nothing to read. */
export interface DocsBlock {
  readonly paragraph?: DocsParagraph;
  readonly table?: DocsTable;
}

export interface DocsParagraph {
  readonly elements?: readonly DocsElement[];
  readonly paragraphStyle?: { readonly namedStyleType?: string | null; readonly headingId?: string | null };
  readonly bullet?: { readonly nestingLevel?: number | null };
}

interface Suggestible {
  readonly suggestedInsertionIds?: readonly string[] | null;
}

/** What stands in a paragraph: text, a chip, or the mark of a footnote. Pictures, rules and breaks hold nothing to read. */
export interface DocsElement {
  readonly textRun?: Suggestible & {
    readonly content?: string | null;
    readonly textStyle?: { readonly bold?: boolean | null };
  };
  readonly person?: Suggestible & {
    readonly personProperties?: { readonly name?: string | null; readonly email?: string | null };
  };
  readonly richLink?: Suggestible & {
    readonly richLinkProperties?: { readonly title?: string | null; readonly uri?: string | null };
  };
  readonly dateElement?: Suggestible & {
    readonly dateElementProperties?: { readonly displayText?: string | null; readonly timestamp?: string | null };
  };
  readonly footnoteReference?: Suggestible & { readonly footnoteId?: string | null };
}

export interface DocsTable {
  readonly columns?: number | null;
  readonly tableRows?: readonly (Suggestible & {
    readonly tableCells?: readonly DocsCell[];
  })[];
}

export interface DocsCell extends Suggestible {
  readonly content?: readonly DocsBlock[];
  readonly tableCellStyle?: { readonly rowSpan?: number | null; readonly columnSpan?: number | null };
}
