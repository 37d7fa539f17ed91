import type { Decision } from "../../core/decisions/decision";
import { linkTo } from "../document/notes-of-document";
import { decisionStamp } from "../workbook/decision-rows";
import type { SheetEdits } from "../workbook/sheet-edits";
import { type Row, textOf } from "../workbook/table";
import { problemOf } from "./problems";
import type { DriveFile, DriveService } from "./services";
import { documentIdIn } from "./settings";

/** What the column "State" says. */
export const SOURCE_STATES = {
  waiting: "Waiting to be read",
  read: "Read",
  closed: "Cannot be opened",
  slow: "Takes too long to open",
  foreign: "Not a Google Doc",
  empty: "Read; no text in it",
} as const;

/** A document whose notes are to be read again. */
export interface Due {
  readonly id: string;
  readonly row: Row;
  readonly decisions: readonly Decision[];
  /** What the row's stamp will be once it was read. */
  readonly stamp: string;
}

/** Lists what has to be read: documents that changed, got new decisions, or would be read differently now. */
export function dueSources(sources: SheetEdits, decisions: readonly Decision[], engine: string): readonly Due[] {
  const byDocument = new Map<string, Decision[]>();
  for (const decision of decisions)
    byDocument.set(decision.document, [...(byDocument.get(decision.document) ?? []), decision]);
  return sources.keyed().flatMap((row) => {
    const id = textOf(row, "key");
    const own = byDocument.get(id) ?? [];
    const changed = textOf(row, "changed");
    const stamp = `${changed} ${engine} ${decisionStamp(own)}`;
    return changed && textOf(row, "stamp") !== stamp ? [{ id, row, decisions: own, stamp }] : [];
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

/** Takes up addresses of documents that people pasted into rows of their own. */
export function takeUpPasted(sources: SheetEdits): void {
  for (const row of sources.unkeyed()) {
    const id = documentIdIn(textOf(row, "link")) || documentIdIn(textOf(row, "title"));
    if (!id || sources.find(id)) continue;
    const link = linkTo(id, "", undefined);
    sources.link(sources.change(row, { key: id, link, state: SOURCE_STATES.waiting, from: "pasted" }), "link", link);
  }
}

/** Looks at all sources: what is new in the folder, what changed, and what can no longer be opened. */
export function lookAtSources(sources: SheetEdits, drive: DriveService, folder: string, today: string): void {
  const listed = new Map(drive.documents(folder).map((file): [string, DriveFile] => [file.id, file]));
  if (folder)
    for (const { id, name } of listed.values())
      if (!sources.find(id)) addSources(sources, new Map([[id, name]]), "folder");
  for (const row of sources.keyed()) {
    const id = textOf(row, "key");
    const file = listed.get(id) ?? opened(drive, id);
    if (file === "unknown") continue;
    if (file) {
      const again = textOf(row, "state") === SOURCE_STATES.closed;
      sources.change(row, {
        title: file.name,
        changed: file.modifiedTime,
        ...(again ? { state: textOf(row, "read") ? SOURCE_STATES.read : SOURCE_STATES.waiting, message: "" } : {}),
      });
    } else closeSource(sources, row, today);
  }
}

/** Marks a document that cannot be opened any more; what was read of it stays. */
export function closeSource(sources: SheetEdits, row: Row, today: string): void {
  const since = `Since ${today} it is not shared with the person who refreshes, not opened with Plumbline, or in the bin.`;
  const keeps = textOf(row, "read") ? " What was read before stays in the workbook." : "";
  const known = textOf(row, "state") === SOURCE_STATES.closed;
  sources.change(row, { state: SOURCE_STATES.closed, changed: "", ...(known ? {} : { message: since + keeps }) });
}

function opened(drive: DriveService, id: string): DriveFile | "unknown" | undefined {
  try {
    return drive.document(id);
  } catch (error) {
    // Only a clear no is one: trouble that passes must not mark a document as lost.
    return problemOf(error).kind === "denied" ? undefined : "unknown";
  }
}

/** Has everything read again: to be called when a sheet that holds what was read had to be made anew. */
export function forgetReadings(sources: SheetEdits): void {
  for (const row of sources.keyed()) sources.change(row, { stamp: "" });
}
