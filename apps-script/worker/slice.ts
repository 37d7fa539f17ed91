import { decisionsIn } from "../workbook/decision-rows";
import type { SheetRequest } from "../workbook/sheets-service";
import { engineStamp, keptRun, type OpenWorkbook, openWorkbook } from "./open-workbook";
import { dequeue, isLookWanted, lookedAt, queued } from "./queue";
import { readSources } from "./read-sources";
import { leaseOfOther, type RunState } from "./run-state";
import type { Services } from "./services";
import { addSources, type Due, dueSources, lookAtSources, takeUpPasted } from "./sources";
import { writeSlice } from "./write-slice";

/** One run, of one slice or of several. Times are milliseconds since 1970. */
export interface Run {
  readonly id: string;
  /** By when its work should be done. */
  readonly finishBy: number;
  /** When it is over at the latest, be it cut off. */
  readonly overAt: number;
  /** Whether it has minutes rather than seconds. */
  readonly isLong: boolean;
  /** Documents that did not answer, and are left alone for the rest of the run. */
  readonly skip: Set<string>;
}

/** Least time that is kept for writing. Milliseconds. */
const FOR_WRITING = { short: 9000, long: 25_000 } as const;
const ONE_MORE = 1000;

const TOO_LARGE =
  "The workbook has grown too large for a card. The hourly run of a schedule goes on with it; or begin a new workbook for the new year.";

/** What a slice did. */
export type SliceReport =
  | {
      readonly kind: "worked";
      readonly read: number;
      /** Documents still to be read. */
      readonly left: number;
      /** Why it ended early; "" if it did not. */
      readonly stopped: string;
    }
  /** Another run is at work until then. */
  | { readonly kind: "busy"; readonly until: number }
  /** Another run was writing just now. */
  | { readonly kind: "locked" };

/**
 * Does one slice of the work: takes the lease, looks at the sources if that was asked for, reads what changed, and writes
 * it. Everything is found again from the workbook, so a run that is cut off anywhere is simply done again.
 */
export function runSlice(services: Services, workbookId: string, run: Run): SliceReport {
  const begun = services.lock.alone(() => begin(services, workbookId, run));
  if (begun === undefined) return { kind: "locked" };
  if ("until" in begun) return { kind: "busy", until: begun.until };
  const due = begun.due.filter(({ id }) => !run.skip.has(id));
  // Bringing the workbook up to date takes about as long as the last time, and a call or two more.
  const reserve = Math.max(
    run.isLong ? FOR_WRITING.long : FOR_WRITING.short,
    1.3 * begun.book.state.writing + ONE_MORE,
  );
  const readUntil = run.finishBy - reserve;
  if (due.length > 0 && services.now().getTime() >= readUntil) {
    services.lock.alone(() =>
      services.sheets.update(workbookId, [keptRun(begun.book, withoutLease(begun.book.state))]),
    );
    return { kind: "worked", read: 0, left: due.length, stopped: run.isLong ? "" : TOO_LARGE };
  }
  const { results, stopped } = readSources(services, begun.book.team.rubric, due, readUntil, run.isLong);
  for (const { due: one, outcome } of results) if (outcome.kind !== "read") run.skip.add(one.id);
  const written = services.lock.alone(() => writeSlice(services, workbookId, run.id, results, stopped));
  if (written === undefined) return { kind: "locked" };
  const read = results.filter(({ outcome }) => outcome.kind === "read").length;
  return { kind: "worked", read, left: written.left, stopped };
}

const withoutLease = ({ lease: _done, ...rest }: RunState): RunState => rest;

function begin(
  services: Services,
  workbookId: string,
  run: Run,
): { readonly until: number } | { readonly book: OpenWorkbook; readonly due: readonly Due[] } {
  const book = openWorkbook(services, workbookId, ["sources", "decisions"]);
  const other = leaseOfOther(book.state, run.id, services.now());
  if (other) return { until: other.until };
  const sources = book.edits("sources");
  const inLine = queued(services.store);
  addSources(sources, inLine, "picked");
  takeUpPasted(sources);
  const looks = isLookWanted(services.store, workbookId) || inLine.size > 0 || sources.keyed().some(isNew);
  const now = services.now();
  if (looks) lookAtSources(sources, services.drive, book.settings.folder, now.toISOString().slice(0, 10));
  const state: RunState = {
    ...book.state,
    lease: { run: run.id, person: services.person(), until: run.overAt },
    ...(looks ? { lookedAt: now.toISOString() } : {}),
  };
  const { before, after } = sources.planAtOnce();
  const requests: SheetRequest[] = [...book.making, ...before, ...after, keptRun(book, state)];
  services.sheets.update(workbookId, requests);
  dequeue(services.store, inLine.keys());
  if (looks) lookedAt(services.store, workbookId);
  const decisions = decisionsIn(book.edits("decisions").keyed(), book.team.rubric);
  return { book, due: dueSources(sources, decisions, engineStamp(book)) };
}

const isNew = (row: { readonly cells: Readonly<Record<string, string | number>> }): boolean =>
  row.cells.changed === "" && row.cells.state === "Waiting to be read";
