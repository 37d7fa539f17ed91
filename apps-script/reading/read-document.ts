import { type Commitment, commitmentIn } from "../../core/coverage/commitments";
import { placeAnchors } from "../../core/decisions/anchor";
import { type DecidedTag, decidedTags } from "../../core/decisions/decided-tags";
import type { Decision } from "../../core/decisions/decision";
import { standingOf } from "../../core/decisions/standing";
import { splitMeetings } from "../../core/notes/meetings";
import type { Line, NotesType } from "../../core/notes/notes";
import { canRepeat } from "../../core/notes/template";
import type { Tag } from "../../core/tagger/tag";
import type { Tagger } from "../../core/tagger/tagger";
import type { DocsDocument } from "../document/docs-json";
import { linkTo, notesOfDocument, type TabNotes } from "../document/notes-of-document";
import { documentMark, wordsMark } from "../workbook/evidence-facts";
import { fingerprint } from "./fingerprint";

/** One line with the tags that it has after people had their say. */
export interface ReadLine {
  readonly text: string;
  /** Fingerprint of the text, and how many lines with the same text stand before it in the document. */
  readonly words: string;
  readonly twin: number;
  /** The nearest heading above, or "". */
  readonly heading: string;
  readonly link: string;
  /** Key of its meeting. */
  readonly meeting: string;
  readonly tags: readonly DecidedTag[];
  /** What the program says by itself. */
  readonly suggested: readonly Tag[];
}

/** One meeting of a document. */
export interface ReadMeeting {
  readonly key: string;
  readonly title: string;
  /** `YYYY-MM-DD`, or "". */
  readonly date: string;
  /** Id of its tab, "" for the one that the document was made with. */
  readonly tab: string;
  readonly type: NotesType;
  readonly link: string;
  /** Lines that can carry evidence, printed forms left out. */
  readonly lines: number;
  /** Fingerprints of lines that would be print if other meetings held them too; a text that stands twice is here twice. */
  readonly repeats: readonly string[];
  /** What people took on in it. */
  readonly commitments: readonly Commitment[];
}

/** A document as the workbook keeps it. */
export interface ReadDocument {
  readonly id: string;
  readonly title: string;
  readonly meetings: readonly ReadMeeting[];
  /** Only lines with tags. */
  readonly lines: readonly ReadLine[];
  /** What became of each decision on this document, by its id. */
  readonly outcomes: ReadonlyMap<string, Outcome>;
}

/** A quote that only names its line by fingerprint, where the workbook must not repeat words. */
export const WORDS_PREFIX = "words:";

export type Outcome = "stands" | "overruled" | "withdrawn" | "lost its line";

/** Reads, tags and splits a document, and lays the team's decisions over what the program suggests. */
export function readDocument(
  document: DocsDocument,
  id: string,
  tagger: Tagger,
  decisions: readonly Decision[],
): ReadDocument {
  const meetings: ReadMeeting[] = [];
  const lines: ReadLine[] = [];
  const outcomes = new Map<string, Outcome>();
  const twins = new Map<string, number>();
  const keys = new Set<string>();
  const tabs = notesOfDocument(document);
  for (const tab of tabs) {
    const tagged = tagger.tag(tab.notes);
    const said = decisions.filter((decision) => tabOf(decision, tabs) === tab.tab);
    const tags = decidedLines(tab, tagged.tags, said, outcomes);
    for (const { from, notes } of splitMeetings(tab.notes)) {
      const key = freeKey(documentMark(id), `${tab.tab}#${notes.date ?? ""}`, keys);
      const own = notes.lines.filter((line, at) => isEvidence(line) && !tagged.template[from + at]);
      meetings.push({
        key,
        title: notes.title?.trim() || document.title || id,
        date: notes.date ?? "",
        tab: tab.tab,
        type: tagged.type,
        link: linkTo(id, tab.tabId, tab.headingIds[from]),
        lines: own.length,
        repeats: own.filter(canRepeat).map(({ text }) => wordsMark(text)),
        commitments: notes.lines.flatMap((line, at) =>
          isEvidence(line) && !tagged.template[from + at]
            ? (commitmentIn(line, from + at, tagged.headings[from + at] ?? [], notes.date) ?? [])
            : [],
        ),
      });
      notes.lines.forEach(({ text }, offset) => {
        const at = from + offset;
        const words = wordsMark(text);
        const twin = twins.get(words) ?? 0;
        twins.set(words, twin + 1);
        const found = tags[at] ?? [];
        if (found.length === 0) return;
        const path = tagged.headings[at] ?? [];
        const heading = path[path.length - 1] ?? "";
        const link = linkTo(id, tab.tabId, tab.headingIds[at]);
        lines.push({ text, words, twin, heading, link, meeting: key, tags: found, suggested: tagged.tags[at] ?? [] });
      });
    }
  }
  for (const { id: decision } of decisions) if (!outcomes.has(decision)) outcomes.set(decision, "lost its line");
  return { id, title: document.title ?? "", meetings, lines, outcomes };
}

const isEvidence = ({ kind, text }: Line): boolean => kind !== "heading" && text !== "";

/** A decision on a tab that is gone is looked for in the first one. */
const tabOf = ({ tab }: Decision, tabs: readonly TabNotes[]): string =>
  (tabs.find((other) => other.tab === tab || other.tabId === tab) ?? tabs[0])?.tab ?? "";

function decidedLines(
  { notes }: TabNotes,
  suggested: readonly (readonly Tag[])[],
  decisions: readonly Decision[],
  outcomes: Map<string, Outcome>,
): readonly (readonly DecidedTag[])[] {
  const byLine = new Map<number, Decision[]>();
  const texts = notes.lines.map(({ text }) => text);
  const places = placeAnchors(
    decisions.map((decision) => withWords(decision, texts)),
    texts,
  );
  decisions.forEach((decision, at) => {
    const line = places[at];
    if (line === undefined) outcomes.set(decision.id, "lost its line");
    else byLine.set(line, [...(byLine.get(line) ?? []), decision]);
  });
  return suggested.map((tags, at) => {
    const said = byLine.get(at);
    if (!said) return decidedTags(tags, []);
    const standing = standingOf(said);
    for (const { id, verdict } of said) outcomes.set(id, verdict === "withdraw" ? "withdrawn" : "overruled");
    for (const { decision } of standing) outcomes.set(decision.id, "stands");
    return decidedTags(tags, standing);
  });
}

function withWords(decision: Decision, texts: readonly string[]): Decision {
  if (!decision.quote.startsWith(WORDS_PREFIX)) return decision;
  const words = decision.quote.slice(WORDS_PREFIX.length);
  const text = texts.find((other) => wordsMark(other) === words);
  return text === undefined ? decision : { ...decision, quote: text };
}

/** Twelve letters and digits: those of the document, and four for the meeting within it. */
function freeKey(document: string, meeting: string, taken: Set<string>): string {
  for (let n = 1; ; n++) {
    const key = document + fingerprint(`${meeting}#${n}`).slice(-4);
    if (taken.has(key)) continue;
    taken.add(key);
    return key;
  }
}
