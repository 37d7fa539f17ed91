import type { Feature, Image } from "write-excel-file/node";
import {
  appendMarkupInsideElement,
  findElement,
  getCellAddress,
  getOrderOfSiblings,
  getSelfClosingTagMarkup,
  insertElementMarkupAccordingToOrderOfSiblings,
  prependMarkupInsideElement,
  replaceElement,
  sanitizeTextContent,
} from "write-excel-file/utility";

/** A link from a cell to a place in the same workbook. */
export interface CellLink {
  /** Position of the cell, from 0. */
  readonly row: number;
  readonly column: number;
  /** Sheet and range, such as `Evidence!A2:N9`. */
  readonly to: string;
  readonly tip: string;
}

/** What a sheet needs beyond what write-excel-file offers. */
export interface SheetExtras {
  readonly name: string;
  readonly links: readonly CellLink[];
  /** Table with filter buttons, such as `A1:N30`. */
  readonly filter?: string;
  /** Columns and rows repeated on every printed page, such as `["$A:$B", "$1:$2"]`. */
  readonly repeat?: readonly string[];
  /** The part of the sheet that is printed, where it is not all of it. */
  readonly printArea?: string;
  /** Printed pages side by side. */
  readonly pagesWide: number;
  /** Printed pages one below the other; 0 for as many as it takes. */
  readonly pagesTall?: number;
  readonly landscape: boolean;
  /** Row, from 0, that begins a new printed page. */
  readonly breakBefore?: number;
  readonly tabColor: string;
}

// Excel drops hyperlinks past this number: https://support.microsoft.com/office/1672b34d-7043-467e-8e27-269d656771c3
const MOST_LINKS = 65_000;

// The library does not export its type for file contents; an image carries it.
type FileContent = Image["content"];

/** Adds filters, links inside the workbook, page set-up and tab colours; sheets are matched by position. */
export function sheetFeatures(extras: readonly SheetExtras[]): Feature<FileContent> {
  return {
    files: {
      transform: {
        "xl/worksheets/sheet{id}.xml": {
          transform: (xml, _options, { sheetIndex }) => {
            const extra = extras[sheetIndex];
            return extra ? atTheEnd(withFilter(withProperties(xml, extra), extra), extra) : xml;
          },
        },
        "xl/workbook.xml": { transform: (xml) => withNames(xml, definedNames(extras)) },
      },
    },
  };
}

function withProperties(xml: string, { tabColor }: SheetExtras): string {
  const properties = `<sheetPr><tabColor rgb="FF${tabColor.slice(1)}"/><pageSetUpPr fitToPage="1"/></sheetPr>`;
  const worksheet = findElement(xml, "worksheet");
  return worksheet ? prependMarkupInsideElement(xml, worksheet, properties) : xml;
}

function withFilter(xml: string, { filter }: SheetExtras): string {
  if (!filter) return xml;
  const order = getOrderOfSiblings("xl/worksheets/sheet{id}.xml", "worksheet") ?? [];
  const markup = getSelfClosingTagMarkup("autoFilter", { ref: filter });
  return insertElementMarkupAccordingToOrderOfSiblings(xml, markup, order, "worksheet");
}

/** Appends what must follow the conditional formats; with several of those, the library's ordered insert lands between them. */
function atTheEnd(xml: string, extra: SheetExtras): string {
  const { links, pagesWide, pagesTall = 0, landscape, breakBefore } = extra;
  const parts: string[] = [];
  if (links.length > 0) parts.push(`<hyperlinks>${links.slice(0, MOST_LINKS).map(hyperlink).join("")}</hyperlinks>`);
  parts.push('<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.6" header="0.3" footer="0.3"/>');
  const orientation = landscape ? "landscape" : "portrait";
  parts.push(getSelfClosingTagMarkup("pageSetup", { orientation, fitToWidth: pagesWide, fitToHeight: pagesTall }));
  parts.push("<headerFooter><oddFooter>&amp;L&amp;A&amp;RPage &amp;P of &amp;N</oddFooter></headerFooter>");
  if (breakBefore) {
    const brk = getSelfClosingTagMarkup("brk", { id: breakBefore, max: 16_383, man: 1 });
    parts.push(`<rowBreaks count="1" manualBreakCount="1">${brk}</rowBreaks>`);
  }
  const worksheet = findElement(xml, "worksheet");
  return worksheet ? appendMarkupInsideElement(xml, worksheet, parts.join("")) : xml;
}

function withNames(xml: string, names: string): string {
  // The library writes an empty <definedNames/>, and there may be only one.
  const element = findElement(xml, "definedNames");
  if (element) return replaceElement(xml, element, names);
  const order = getOrderOfSiblings("xl/workbook.xml", "workbook") ?? [];
  return insertElementMarkupAccordingToOrderOfSiblings(xml, names, order, "workbook");
}

function hyperlink({ row, column, to, tip }: CellLink): string {
  const attributes = { ref: getCellAddress(row, column), location: to, tooltip: tip.slice(0, 250) };
  return getSelfClosingTagMarkup("hyperlink", attributes);
}

function definedNames(extras: readonly SheetExtras[]): string {
  const names = extras.flatMap(({ name, filter, printArea, repeat }, sheet) => [
    filter ? definedName("_xlnm._FilterDatabase", sheet, ' hidden="1"', `${name}!${absolute(filter)}`) : "",
    printArea ? definedName("_xlnm.Print_Area", sheet, "", `${name}!${absolute(printArea)}`) : "",
    repeat ? definedName("_xlnm.Print_Titles", sheet, "", repeat.map((range) => `${name}!${range}`).join(",")) : "",
  ]);
  return `<definedNames>${names.join("")}</definedNames>`;
}

function definedName(name: string, sheet: number, more: string, place: string): string {
  return `<definedName name="${name}" localSheetId="${sheet}"${more}>${sanitizeTextContent(place)}</definedName>`;
}

function absolute(range: string): string {
  return range.replace(/([A-Z]+)(\d+)/g, "$$$1$$$2");
}
