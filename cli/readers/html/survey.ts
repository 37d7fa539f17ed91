import { type Styles, stylesOf } from "./styles";
import { attribute, type Element, walk } from "./tree";

/** What has to be known of a page before its lines are read. */
export interface Survey {
  /** Text of the `<title>`. */
  readonly title: string;
  readonly styles: Styles;
  /** Blocks at the end of a Google Docs export that hold readers' comments, which are not part of the notes. */
  readonly comments: ReadonlySet<Element>;
}

/** Looks over a page once, before its lines are read. */
export function surveyOf(page: Parameters<typeof walk>[0]): Survey {
  const titles: string[] = [];
  const sheets: string[] = [];
  const comments = new Set<Element>();
  walk<Place>(
    page,
    {},
    {
      enter: (element, outside) => {
        if (element.tagName === "title") return { sink: titles };
        if (element.tagName === "style") return { sink: sheets };
        if (element.tagName === "div") return { block: element };
        if (element.tagName === "p")
          return { block: outside.block && isFirst(element, outside.block) ? outside.block : element };
        if (attribute(element, "href")?.startsWith("#cmnt_ref") && outside.block) comments.add(outside.block);
        return outside;
      },
      text: (text, inside) => inside.sink?.push(text),
      leave: () => {},
    },
  );
  return { title: titles.join(" "), styles: stylesOf(sheets.join("\n")), comments };
}

interface Place {
  /** Where text is gathered, inside a title or a style sheet. */
  readonly sink?: string[];
  /** The block that would be a comment, if a comment's mark were found here. */
  readonly block?: Element;
}

/** Docs boxes each comment in a `div` that opens with the marked paragraph; a `div` around more than that is the page. */
function isFirst(paragraph: Element, block: Element): boolean {
  return block.childNodes.find((node) => "tagName" in node) === paragraph;
}
