import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parse } from "parse5";
import { UnreadableNotes } from "../unreadable-notes";

export type Element = DefaultTreeAdapterTypes.Element;
type Parent = DefaultTreeAdapterTypes.ParentNode;

/** Deepest nesting that is read. The parser looks up the whole chain for many tags, so that depth costs time squared. */
const DEEPEST = 50_000;

/** Most elements that are read. Misnested bold and italic tags are opened anew in each paragraph, so that a small file can grow without end. */
const MOST_ELEMENTS = 2_000_000;

/** Parses a page without running or fetching anything; throws `UnreadableNotes` for one that is built to exhaust the machine. */
export function parseHtml(html: string): Parent {
  let depth = 0;
  let elements = 0;
  return parse(html, {
    treeAdapter: {
      ...defaultTreeAdapter,
      createElement: (...args) => {
        elements += 1;
        if (elements > MOST_ELEMENTS) throw tooMuch();
        return defaultTreeAdapter.createElement(...args);
      },
      onItemPush: () => {
        depth += 1;
        if (depth > DEEPEST) throw tooMuch();
      },
      onItemPop: () => {
        depth -= 1;
      },
    },
  });
}

const tooMuch = () =>
  new UnreadableNotes(
    "The formatting of this document is tangled beyond reading.",
    "Copy its text into a new document, and save that as .docx or .txt.",
  );

/** The value of an attribute, or undefined. */
export function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((attr) => attr.name === name)?.value;
}

/** The class names of an element. */
export function classesOf(element: Element): string[] {
  return attribute(element, "class")?.split(/\s+/) ?? [];
}

/** What a walk does on its way; `T` is handed down from an element to what is in it. */
export interface Visitor<T> {
  /** What holds inside the element, or undefined to pass over it. */
  enter(element: Element, outside: T): T | undefined;
  text(text: string, inside: T): void;
  leave(element: Element, inside: T): void;
}

/** Visits a tree in document order. It does not recurse: pages nest deeper than the stack allows. */
export function walk<T>(root: Parent, top: T, visitor: Visitor<T>): void {
  const open: { parent: Parent; next: number; inside: T }[] = [{ parent: root, next: 0, inside: top }];
  for (let here = open.at(-1); here; here = open.at(-1)) {
    const node = here.parent.childNodes[here.next];
    here.next += 1;
    if (!node) {
      open.pop();
      if ("tagName" in here.parent) visitor.leave(here.parent, here.inside);
    } else if ("tagName" in node) {
      const inside = visitor.enter(node, here.inside);
      if (inside !== undefined) open.push({ parent: node, next: 0, inside });
    } else if (node.nodeName === "#text" && "value" in node) visitor.text(node.value, here.inside);
  }
}
