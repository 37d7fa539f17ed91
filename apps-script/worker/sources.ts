import type { Decision } from "../../core/decisions/decision";
import { linkTo } from "../document/notes-of-document";
import { fingerprint } from "../reading/fingerprint";
import { decisionStamp } from "../workbook/decision-rows";
import type { SheetEdits } from "../workbook/sheet-edits";
import { type Row, textOf } from "../workbook/table";
import type { Services } from "./services";
import { documentIdIn } from "./settings";

/** What the column "State" says. */
export const SOURCE_STATES = {
  waiting: "Waiting to be read",
  read: "Read",
  closed: "Cannot be opened",
  /** Somebody read it, and somebody else, who refreshed later, cannot open it. */
  partly: "Read; not open to everybody",
  slow: "Takes too long to open",
  foreign: "Not a Google Doc",
  empty: "Read; no text in it",
} as const;

/** What stands for the person at work in the workbook: it tells people apart and names nobody. */
export const readerOf = ({ person }: Pick<Services, "person">): string => fingerprint(person());

/** A document whose notes are to be read again. */
export interface Due {
  readonly id: string;
  readonly row: Row;
  readonly decisions: readonly Decision[];
  /** What the row's stamp will be once it was read. */
  readonly stamp: string;
}

/**
 * Lists what this person has to read: documents that changed, got new decisions, or would be read differently now; not
 * those that only others can open.
 */
export function dueSources(
  sources: SheetEdits,
  decisions: readonly Decision[],
  engine: string,
  person: string,
): readonly Due[] {
  const byDocument = new Map<string, Decision[]>();
  for (const decision of decisions)
    byDocument.set(decision.document, [...(byDocument.get(decision.document) ?? []), decision]);
  return sources.keyed().flatMap((row) => {
    const id = textOf(row, "key");
    const own = byDocument.get(id) ?? [];
    const changed = textOf(row, "changed");
    const stamp = `${changed} ${engine} ${decisionStamp(own)}`;
    const isForOthers = textOf(row, "state") === SOURCE_STATES.partly && textOf(row, "reader") !== person;
    return changed && !isForOthers && textOf(row, "stamp") !== stamp ? [{ id, row, decisions: own, stamp }] : [];
  });
}

/** Adds documents to the sources, as not looked at yet. */
export function addSources(sources: SheetEdits, titles: ReadonlyMap<string, string>, from: string): void {
  for (const [id, title] of titles) {
    if (sources.find(id)) continue;
    const link = linkTo(id, "", undefined);
    const row = sources.put({ key: id, title, state: SOURCE_STATES.waiting, link, from, changed: "", stamp: "" });
    sources.link(row, "link", link);
  }
}

const pastedIn = (row: Row): string => documentIdIn(textOf(row, "link")) || documentIdIn(textOf(row, "title"));

/** Whether there are documents that were added and not looked at yet. */
export const hasNew = (sources: SheetEdits): boolean =>
  sources.keyed().some(isNew) || sources.unkeyed().some((row) => pastedIn(row) !== "");

/** Whether a document was added and not looked at yet. */
export const isNew = (row: Row): boolean =>
  textOf(row, "changed") === "" && textOf(row, "state") === SOURCE_STATES.waiting;

/** Takes up addresses of documents that people pasted into rows of their own. */
export function takeUpPasted(sources: SheetEdits): void {
  for (const row of sources.unkeyed()) {
    const id = pastedIn(row);
    if (!id || sources.find(id)) continue;
    const link = linkTo(id, "", undefined);
    sources.link(sources.change(row, { key: id, link, state: SOURCE_STATES.waiting, from: "pasted" }), "link", link);
  }
}

/** Marks a document that this person cannot open; what was read of it stays, and others go on reading it. */
export function closeSource(sources: SheetEdits, row: Row, today: string, person: string): void {
  const reader = textOf(row, "reader");
  if (reader && reader !== person && textOf(row, "state") !== SOURCE_STATES.closed) {
    const known = textOf(row, "state") === SOURCE_STATES.partly;
    sources.change(row, { state: SOURCE_STATES.partly, ...(known ? {} : { message: onlyOthers(today) }) });
    return;
  }
  const since = `Since ${today} it is not shared with the person who refreshes, not opened with Plumbline, or in the bin.`;
  const keeps = textOf(row, "read") ? " What was read before stays in the workbook." : "";
  const known = textOf(row, "state") === SOURCE_STATES.closed;
  sources.change(row, { state: SOURCE_STATES.closed, changed: "", ...(known ? {} : { message: since + keeps }) });
}

const onlyOthers = (today: string): string =>
  `On ${today} somebody refreshed who cannot open it. Whoever can open it goes on reading it; to do so too, open it, open Plumbline there, and allow it.`;

/** Has everything read again: to be called when a sheet that holds what was read had to be made anew. */
export function forgetReadings(sources: SheetEdits): void {
  for (const row of sources.keyed()) sources.change(row, { stamp: "" });
}
