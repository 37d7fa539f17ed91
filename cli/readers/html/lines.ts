import { type Item, LineCollector, type Place } from "../../../core/notes/line-collector";
import type { Line } from "../../../core/notes/notes";
import { lookOfElement } from "./styles";
import type { Survey } from "./survey";
import { TableGrid } from "./table-grid";
import { attribute, classesOf, type Element, walk } from "./tree";

const BLOCKS: ReadonlySet<string> = new Set(
  (
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form " +
    "h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre search section summary table tbody td tfoot th thead tr ul"
  ).split(" "),
);
const LISTS: ReadonlySet<string> = new Set(["ul", "ol", "menu", "dir"]);
const CELLS: ReadonlySet<string> = new Set(["td", "th"]);
/** What is never part of the text that a reader sees, and the controls of a form. */
const PASSED_OVER: ReadonlySet<string> = new Set(
  "head script style template noscript noembed noframes iframe object embed svg canvas audio video map select datalist button textarea".split(
    " ",
  ),
);

interface Here extends Place {
  /** How many lists are around, in this cell if there is one. */
  readonly lists: number;
  /** Depth that the list itself states. */
  readonly listDepth?: number | undefined;
  readonly table?: TableGrid | undefined;
  readonly preformatted: boolean;
}

/** Outside any list and heading. */
const NO_LIST = { heading: undefined, item: undefined, lists: 0, listDepth: undefined } as const;

/** The lines of a page, and the text that is marked as its title: a first-level heading or Google Docs' Title. */
export function linesOf(
  page: Parameters<typeof walk>[0],
  { styles, comments }: Survey,
): { lines: Line[]; marked?: string } {
  const collector = new LineCollector();
  let marked: string | undefined;
  /** The element that `marked` is read from, and how many lines came before it. */
  let title: { element: Element; from: number } | undefined;
  const cellStarts: number[] = [];

  walk<Here>(
    page,
    { bold: false, lists: 0, preformatted: false },
    {
      enter: (element, outside) => {
        const { tagName } = element;
        if (PASSED_OVER.has(tagName) || comments.has(element) || isReference(element)) return undefined;
        const look = lookOfElement(element, styles);
        const style = attribute(element, "style") ?? "";
        if (look.hidden || /mso-list\s*:\s*ignore|mso-element\s*:\s*comment/i.test(style)) return undefined;
        if (tagName === "br") collector.break();
        if (tagName === "input" && attribute(element, "type")?.toLowerCase() === "checkbox") {
          collector.checkbox(attribute(element, "checked") !== undefined, outside);
        }
        const inside =
          look.bold === undefined || look.bold === outside.bold ? outside : { ...outside, bold: look.bold };
        if (!BLOCKS.has(tagName)) return roleOf(element, inside, collector);
        collector.flush();
        if (tagName === "tr") inside.table?.startRow();
        if (CELLS.has(tagName) && inside.table) {
          cellStarts.push(collector.lines.length);
          return { ...inside, ...NO_LIST, cell: inside.table.place(element) };
        }
        const context = insideBlock(element, inside, style);
        if (context.heading === 1 && title === undefined) title = { element, from: collector.lines.length };
        return context;
      },
      text: (text, here) => {
        if (!here.preformatted) return collector.text(text, here);
        text.split("\n").forEach((row, at) => {
          if (at) collector.flush();
          collector.text(row, here);
        });
      },
      leave: (element, here) => {
        if (!BLOCKS.has(element.tagName)) return;
        collector.flush();
        if (CELLS.has(element.tagName) && here.cell && cellStarts.pop() === collector.lines.length)
          collector.emptyCell(here.cell);
        // An empty heading is no title; the next one may be.
        if (title?.element === element) {
          marked = collector.lines[title.from]?.text;
          if (!marked) title = undefined;
        }
      },
    },
  );
  const lines = collector.finish();
  return { lines, ...(marked ? { marked } : {}) };
}

/** What holds within a block that is not a cell. */
function insideBlock(element: Element, around: Here, style: string): Here {
  const { tagName } = element;
  if (LISTS.has(tagName)) return { ...around, ...NO_LIST, lists: around.lists + 1, listDepth: statedDepth(element) };
  if (tagName === "li") return { ...around, heading: undefined, item: itemOf(element, around) };
  if (tagName === "table") return { ...around, table: new TableGrid() };
  if (tagName === "pre") return { ...around, preformatted: true };
  const heading = headingLevel(element);
  if (heading !== undefined) return { ...around, heading };
  // Word writes an item as a paragraph, and its depth in a style of its own.
  const level = tagName === "p" ? /mso-list\s*:\s*\S+\s+level(\d)/i.exec(style)?.[1] : undefined;
  return level ? { ...around, item: { depth: Math.max(Number(level) - 1, 0) } } : around;
}

/** A mark in the text that leads to a comment or a footnote, such as "[a]" in Docs and "[1]" in Docs and mammoth. */
function isReference(element: Element): boolean {
  if (element.tagName !== "a") return false;
  return /^#(?:cmnt|_msocom|ftnt|(?:foot|end)note-)/.test(attribute(element, "href") ?? "");
}

function headingLevel(element: Element): number | undefined {
  const level = /^h([1-6])$/.exec(element.tagName)?.[1];
  if (level) return Number(level);
  const classes = classesOf(element);
  if (element.tagName === "p" && (classes.includes("title") || classes.includes("MsoTitle"))) return 1;
  if (attribute(element, "role") !== "heading") return undefined;
  const stated = Number(attribute(element, "aria-level") ?? 2);
  return Number.isInteger(stated) && stated >= 1 ? Math.min(stated, 6) : 2;
}

/** Google Docs puts lists within lists side by side, and states the depth in a class: `lst-kix_ab12-1`. */
function statedDepth(list: Element): number | undefined {
  for (const name of classesOf(list)) {
    const depth = /^lst-kix_.*-(\d)$/.exec(name)?.[1];
    if (depth) return Number(depth);
  }
  return undefined;
}

function itemOf(element: Element, around: Here): Item | undefined {
  // A footnote, as mammoth writes it, is text under the page.
  if (/^(?:foot|end)note-/.test(attribute(element, "id") ?? "")) return undefined;
  const ariaLevel = Number(attribute(element, "aria-level"));
  const depth =
    around.listDepth ?? (ariaLevel >= 1 && ariaLevel <= 9 ? Math.trunc(ariaLevel) - 1 : Math.max(around.lists - 1, 0));
  const checked =
    attribute(element, "role") === "checkbox" ? attribute(element, "aria-checked") : attribute(element, "data-checked");
  return checked === undefined ? { depth } : { depth, checked: checked === "true" };
}

/** A box that a script would draw. */
function roleOf(element: Element, here: Here, collector: LineCollector): Here {
  if (attribute(element, "role") === "checkbox")
    collector.checkbox(attribute(element, "aria-checked") === "true", here);
  return here;
}
