import { placeAnchors } from "../../core/decisions/anchor";
import { counts, type DecidedTag } from "../../core/decisions/decided-tags";
import type { Rubric } from "../../core/rubric/rubric";
import type { Quoting } from "../privacy/quoting";
import { fingerprint } from "../reading/fingerprint";
import type { ReadDocument, ReadLine } from "../reading/read-document";
import { countedWord, documentMark, documentOfMeeting, type Facts, factsOf, factsText, lineOf } from "./evidence-facts";
import type { SheetEdits } from "./sheet-edits";
import { type Cells, type Row, textOf } from "./table";
import { STANCE_WORDS } from "./wording";

/** The rows of Evidence by document, sorted out once a slice: going through all of them for each document takes too long. */
export interface EvidenceIndex {
  /** Rows that spoke of a document before, by its mark. */
  readonly byDocument: ReadonlyMap<string, readonly Row[]>;
  /** Keys of lines that are in use. */
  readonly taken: Set<string>;
}

export function evidenceIndex(edits: SheetEdits): EvidenceIndex {
  const byDocument = new Map<string, Row[]>();
  const taken = new Set<string>();
  for (const row of edits.keyed()) {
    const mark = documentOfMeeting(factsOf(row).meeting);
    const rows = byDocument.get(mark);
    if (rows) rows.push(row);
    else byDocument.set(mark, [row]);
    taken.add(lineOf(row));
  }
  return { byDocument, taken };
}

/** What the rows of a document depend on besides its text. */
export interface EvidenceContext {
  readonly index: EvidenceIndex;
  readonly rubric: Rubric;
  readonly quoting: Quoting;
  /** Keys of rows that people cite or decide on, and that therefore stay. */
  readonly cited: ReadonlySet<string>;
  /** `YYYY-MM-DD`, for remarks. */
  readonly today: string;
}

/**
 * Brings the rows of one document up to date. A line keeps its key as long as it can be told to be the same line, so that
 * what people wrote beside it, cited or sorted stays with it. Rows whose line is gone go too, unless people used them.
 */
export function mergeEvidence(edits: SheetEdits, document: ReadDocument, context: EvidenceContext): void {
  const existing = context.index.byDocument.get(documentMark(document.id)) ?? [];
  const keys = lineKeys(document, existing, context.index.taken, context.quoting);
  const dates = new Map(document.meetings.map(({ key, date }) => [key, date]));
  const present = new Set<string>();
  document.lines.forEach((line, at) => {
    for (const tag of line.tags) {
      const key = `${keys[at]}.${tag.indicator}`;
      present.add(key);
      const row = edits.put(evidenceCells(key, document, line, tag, dates.get(line.meeting) ?? "", context));
      edits.link(row, "link", line.link);
    }
  });
  for (const row of existing) {
    if (present.has(textOf(row, "key"))) continue;
    if (!row.hasOwn && !context.cited.has(textOf(row, "key"))) edits.remove(row);
    else if (factsOf(row).picked !== "gone") {
      const facts: Facts = { ...factsOf(row), picked: "gone" };
      const state = `No longer in the document, seen on ${context.today}`;
      edits.change(row, { facts: factsText(facts), tier: countedWord(facts), state });
    }
  }
}

function evidenceCells(
  key: string,
  document: ReadDocument,
  line: ReadLine,
  tag: DecidedTag,
  date: string,
  { rubric, quoting }: EvidenceContext,
): Cells {
  const said = tag.standing;
  const picked = said?.decision.verdict === "reject" ? "rejected" : counts(tag) ? "found" : tag.tier;
  const byPerson = tag.reader === "person";
  const program = line.suggested.find(({ indicator }) => indicator === tag.indicator);
  const facts: Facts = {
    meeting: line.meeting,
    words: line.words,
    picked,
    stance: tag.stance,
    byPerson,
    printed: false,
    ...(program ? { program } : {}),
  };
  return {
    key,
    date,
    code: tag.indicator,
    practice: rubric.indicators.find(({ code }) => code === tag.indicator)?.title ?? "",
    quote: quoting.line(line.text),
    stance: STANCE_WORDS[tag.stance].name,
    tier: countedWord(facts),
    confidence: byPerson ? "" : tag.confidence,
    by: byPerson ? "Person" : "Program",
    decision: said ? saying(said.decision.verdict, said.decision.who, said.disagreed) : "",
    heading: quoting.heading(line.heading),
    document: document.title,
    link: line.link,
    why: quoting.why(tag.why),
    state: "",
    source: document.id,
    facts: factsText(facts),
    rubric: `${rubric.id}@${rubric.version}`,
  };
}

const VERDICT_WORDS = {
  accept: "Accepted",
  reject: "Rejected",
  add: "Added",
  restance: "Stance changed",
  withdraw: "",
} as const;

function saying(verdict: keyof typeof VERDICT_WORDS, who: string, disagreed: boolean): string {
  return `${VERDICT_WORDS[verdict]}${who ? ` by ${who}` : ""}${disagreed ? "; opinions differ" : ""}`;
}

/** A key for each line: that of the row which already speaks of it, or a new one that every run would give alike. */
function lineKeys(
  document: ReadDocument,
  existing: readonly Row[],
  taken: Set<string>,
  quoting: Quoting,
): readonly string[] {
  const known = new Map<string, Row>();
  for (const row of existing) known.set(lineOf(row), known.get(lineOf(row)) ?? row);
  const keys: (string | undefined)[] = document.lines.map(() => undefined);
  const free = new Map<string, string[]>();
  for (const [key, row] of known) {
    const { words } = factsOf(row);
    free.set(words, [...(free.get(words) ?? []), key]);
  }
  document.lines.forEach(({ words }, at) => {
    keys[at] = free.get(words)?.shift();
  });
  const left = [...free.values()].flat();
  const open = keys.flatMap((key, at) => (key === undefined ? [at] : []));
  const anchors = left.map((key) => ({ quote: textOf(known.get(key) as Row, "quote"), prefix: "", suffix: "" }));
  if (quoting.keepsWords) {
    const texts = open.map((at) => quoting.line(document.lines[at]?.text ?? ""));
    placeAnchors(anchors, texts).forEach((place, n) => {
      const at = place === undefined ? undefined : open[place];
      if (at !== undefined && keys[at] === undefined) keys[at] = left[n];
    });
  }
  return keys.map((key, at) => {
    if (key !== undefined) return key;
    const { words, twin } = document.lines[at] as ReadLine;
    const base = fingerprint(`${document.id} ${words} ${twin}`);
    let fresh = base;
    for (let n = 2; taken.has(fresh); n++) fresh = `${base}${n}`;
    taken.add(fresh);
    return fresh;
  });
}
