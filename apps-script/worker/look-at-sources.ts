import type { SheetEdits } from "../workbook/sheet-edits";
import { type Row, textOf } from "../workbook/table";
import { problemOf } from "./problems";
import type { DriveFile, DriveService } from "./services";
import { addSources, closeSource, isNew, SOURCE_STATES } from "./sources";

/** Sources from which on they are asked for by their titles, many at a time. */
const MANY = 6;

/** Looks at documents that were added since the last look, and at no others. */
export function lookAtNew(sources: SheetEdits, drive: DriveService, today: string, person: string): void {
  lookAt(sources, sources.keyed().filter(isNew), new Map(), drive, today, person);
}

/**
 * Looks at all sources: what is new in the folder, what changed, and what can no longer be opened. Answers what is wrong
 * with the folder; "" where nothing is, or there is none.
 */
export function lookAtSources(
  sources: SheetEdits,
  drive: DriveService,
  folder: string,
  today: string,
  person: string,
): string {
  const inside = folder ? insideOf(drive, folder) : [];
  const listed = new Map((inside ?? []).map((file): [string, DriveFile] => [file.id, file]));
  addSources(sources, new Map((inside ?? []).map(({ id, name }) => [id, name])), "folder");
  lookAt(sources, sources.keyed(), listed, drive, today, person);
  return inside ? "" : `It cannot be seen by whoever refreshed on ${today}, or is in the bin. ${SHARE_IT}`;
}

const SHARE_IT =
  "Share it with everybody who refreshes, or choose another in Settings. Documents that you add by themselves are read all the same.";

function insideOf(drive: DriveService, folder: string): readonly DriveFile[] | undefined {
  try {
    return drive.documents(folder);
  } catch (error) {
    if (problemOf(error).kind === "denied") return undefined;
    throw error;
  }
}

function lookAt(
  sources: SheetEdits,
  rows: readonly Row[],
  listed: Map<string, DriveFile>,
  drive: DriveService,
  today: string,
  person: string,
): void {
  const rest = rows.filter((row) => !listed.has(textOf(row, "key")));
  if (rest.length >= MANY)
    for (const file of drive.named(rest.map((row) => textOf(row, "title")))) listed.set(file.id, file);
  for (const row of rows) {
    const id = textOf(row, "key");
    const file = listed.get(id) ?? opened(drive, id);
    if (file === "unknown") continue;
    if (file) {
      const state = textOf(row, "state");
      const again = state === SOURCE_STATES.closed || state === SOURCE_STATES.partly;
      sources.change(row, {
        title: file.name,
        changed: file.modifiedTime,
        ...(again ? { state: textOf(row, "read") ? SOURCE_STATES.read : SOURCE_STATES.waiting, message: "" } : {}),
      });
    } else closeSource(sources, row, today, person);
  }
}

function opened(drive: DriveService, id: string): DriveFile | "unknown" | undefined {
  try {
    return drive.document(id);
  } catch (error) {
    const { kind } = problemOf(error);
    if (kind === "quota") throw error;
    // Only a clear no is one: trouble that passes must not mark a document as lost.
    return kind === "denied" ? undefined : "unknown";
  }
}
