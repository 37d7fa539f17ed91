import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { strToU8, zipSync } from "fflate";
import { type Line, notesToJson } from "../../../core/index";
import { listGold } from "../../../training/gold";
import { randomFrom } from "../../../training/random";

/** A district made up of teams that each keep their notes in a folder, and what was written. */
export interface District {
  readonly documents: number;
  readonly teams: number;
  readonly bytes: number;
}

/** Meetings that a team holds in a year. */
const A_YEAR = 40;
const MONDAY = Date.UTC(2025, 8, 1);
const WEEK = 7 * 24 * 3600 * 1000;

const FORM = ["Norms reviewed?", "Products or outcomes", "Next agenda", "Who will do what by when?"];
const TITLES = ["Grade 4 PLC", "Algebra team", "PLC minutes", "Science PLC notes", "Agenda"];

interface Sheet {
  readonly title: string;
  readonly date: string;
  readonly lines: readonly Line[];
}

/**
 * Writes so many documents under a folder, the same for the same seed: school/team/date.ending, with lines of real-looking
 * meetings mixed anew and other numbers in them, and with each team's own norms printed on all its sheets.
 */
export function writeDistrict(folder: string, corpus: string, documents: number, seed = 1): District {
  const random = randomFrom(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const known = listGold(corpus).flatMap(({ lines }) => lines.map(({ kind, text }) => ({ kind, text }) as Line));
  const headings = known.filter(({ kind }) => kind === "heading");
  const spoken = known.filter(({ kind, text }) => kind !== "heading" && text.length > 3);
  const renumbered = (line: Line): Line => ({
    ...line,
    text: line.text.replace(/\d+/g, (number) => String(Math.floor(random() * 10 ** number.length))),
  });
  let bytes = 0;
  const teams = Math.ceil(documents / A_YEAR);
  for (let team = 0; team < teams; team++) {
    const place = join(folder, `school ${String(team >> 3).padStart(4, "0")}`, `team ${team & 7}`);
    mkdirSync(place, { recursive: true });
    const printed: Line[] = Array.from({ length: 4 }, (_, at) => ({
      kind: "bullet",
      text: `${pick(spoken).text} (${team}.${at})`,
    }));
    const title = pick(TITLES);
    const count = Math.min(A_YEAR, documents - team * A_YEAR);
    for (let week = 0; week < count; week++) {
      const lines: Line[] = [...printed];
      const sections = 3 + Math.floor(random() * 4);
      for (let section = 0; section < sections; section++) {
        lines.push({ ...pick(headings), depth: 2 }, { kind: "para", text: pick(FORM) });
        const said = 3 + Math.floor(random() * 9);
        for (let at = 0; at < said; at++) lines.push(renumbered({ ...pick(spoken), kind: "bullet" }));
      }
      const date = new Date(MONDAY + week * WEEK).toISOString().slice(0, 10);
      const [ending, content] = fileOf({ title, date, lines }, random());
      writeFileSync(join(place, `${date}.${ending}`), content);
      bytes += content.length;
    }
  }
  return { documents, teams, bytes };
}

/** The sheet as a file: mostly Markdown and text, some web pages and Word documents, a few of Notes JSON. */
function fileOf({ title, date, lines }: Sheet, share: number): [ending: string, content: Uint8Array] {
  if (share < 0.1) return ["docx", docx(title, lines)];
  const text = (ending: string, content: string): [string, Uint8Array] => [ending, strToU8(content)];
  if (share < 0.3)
    return text(
      "html",
      `<!doctype html><title>${safe(title)}</title><h1>${safe(title)}</h1>${lines.map(htmlLine).join("\n")}`,
    );
  if (share < 0.35) return text("json", notesToJson({ title, date, lines }));
  if (share < 0.6)
    return text(
      "txt",
      `${title}\n\n${lines.map(({ kind, text }) => (kind === "heading" ? `\n${text.toUpperCase()}` : `- ${text}`)).join("\n")}\n`,
    );
  return text(
    "md",
    `# ${title}\n\n${lines.map(({ kind, text }) => (kind === "heading" ? `\n## ${text}\n` : `- ${text}`)).join("\n")}\n`,
  );
}

const safe = (text: string) => text.replace(/[&<>]/g, (character) => `&#${character.charCodeAt(0)};`);
const htmlLine = ({ kind, text }: Line) => (kind === "heading" ? `<h2>${safe(text)}</h2>` : `<p>${safe(text)}</p>`);

const WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships";
const TYPES = "http://schemas.openxmlformats.org/package/2006/content-types";

function docx(title: string, lines: readonly Line[]): Uint8Array {
  const paragraph = (text: string, style?: string) =>
    `<w:p>${style ? `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>` : ""}<w:r><w:t>${safe(text)}</w:t></w:r></w:p>`;
  const body = lines.map(({ kind, text }) => paragraph(text, kind === "heading" ? "Heading2" : undefined)).join("");
  return zipSync({
    "[Content_Types].xml": strToU8(
      `<Types xmlns="${TYPES}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    ),
    "_rels/.rels": strToU8(
      `<Relationships xmlns="${RELATIONS}"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    ),
    "word/document.xml": strToU8(
      `<w:document xmlns:w="${WORD}"><w:body>${paragraph(title, "Heading1")}${body}</w:body></w:document>`,
    ),
  });
}
