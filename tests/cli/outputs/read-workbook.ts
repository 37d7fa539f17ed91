import { strFromU8, unzipSync } from "fflate";

/** A sheet as it stands in the file: its XML, and its cells by address. */
export interface ReadSheet {
  readonly xml: string;
  /** Text of text cells, numbers of number cells, by address (`B7`). */
  readonly cells: ReadonlyMap<string, string | number>;
  /** Where each linked cell leads. */
  readonly links: ReadonlyMap<string, string>;
}

/** Unzips a workbook of write-excel-file and reads its sheets by name; enough for tests, not a general reader. */
export function readWorkbook(bytes: Uint8Array): {
  sheets: ReadonlyMap<string, ReadSheet>;
  files: ReadonlyMap<string, string>;
} {
  const files = new Map(Object.entries(unzipSync(bytes)).map(([path, content]) => [path, strFromU8(content)]));
  const file = (path: string) => files.get(path) ?? "";
  const strings = all(file("xl/sharedStrings.xml"), /<si><t[^>]*>([^<]*)<\/t><\/si>/g).map(([, text]) =>
    unescaped(text),
  );
  const names = all(file("xl/workbook.xml"), /<sheet [^>]*name="([^"]*)"/g).map(([, name]) => name ?? "");
  const sheets = names.map((name, index): [string, ReadSheet] => {
    const xml = file(`xl/worksheets/sheet${index + 1}.xml`);
    const cells = all(xml, /<c r="([A-Z]+\d+)"([^>]*)>(?:<v>([^<]*)<\/v>)/g).map(
      ([, address = "", attributes = "", value = ""]): [string, string | number] => [
        address,
        attributes.includes('t="s"') ? (strings[Number(value)] ?? "") : Number(value),
      ],
    );
    const links = all(xml, /<hyperlink ref="([^"]*)" location="([^"]*)"/g).map(
      ([, from = "", to = ""]): [string, string] => [from, to],
    );
    return [name, { xml, cells: new Map(cells), links: new Map(links) }];
  });
  return { sheets: new Map(sheets), files };
}

function all(text: string, pattern: RegExp): readonly RegExpMatchArray[] {
  return [...text.matchAll(pattern)];
}

function unescaped(text = ""): string {
  const named: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
  const decoded = text.replace(/&(#\d+|[a-z]+);/g, (_, name: string) =>
    name.startsWith("#") ? String.fromCodePoint(Number(name.slice(1))) : (named[name] ?? ""),
  );
  return decoded.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}
