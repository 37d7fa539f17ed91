import { decisionsIn } from "../workbook/decision-rows";
import { isUnmoved } from "../workbook/unmoved";
import { engineStamp, keptRun, type OpenWorkbook, openWorkbook } from "./open-workbook";
import { dequeue, isLookWanted, lookedAt, queued } from "./queue";
import { readSources } from "./read-sources";
import { leaseOfOther, type RunState } from "./run-state";
import type { DriveFile, DriveService, Services } from "./services";
import { addSources, type Due, dueSources, lookAtSources, takeUpPasted } from "./sources";
import { MOVED, untilUnmoved } from "./until-unmoved";
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
  /** Another run had its turn just now, or people moved rows all the time. Nothing was written over. */
  | { readonly kind: "locked" };

/**
 * Does one slice of the work: takes the lease, looks at the sources if that was asked for, reads what changed, and writes
 * it. Everything is found again from the workbook, so a run that is cut off anywhere is simply done again. Only for taking
 * the lease is a turn needed, since teams share it: whoever has the lease is the only one who writes into this workbook.
 */
export function runSlice(services: Services, workbookId: string, run: Run): SliceReport {
  const begun = inTurn(services, run, () => takeLease(services, workbookId, run));
  if (begun === undefined) return { kind: "locked" };
  if (begun.kind !== "taken") return begun;
  let report: SliceReport | undefined;
  try {
    report = workWithLease(services, workbookId, run, begun);
  } catch (error) {
    attempt(() => letGo(services, workbookId, run));
    throw error;
  }
  if (report) return report;
  letGo(services, workbookId, run);
  return { kind: "locked" };
}

/** A run of minutes waits for its turn for minutes: others have waited for what it is about to read. */
function inTurn<T>(services: Services, run: Run, work: () => T): T | undefined {
  for (;;) {
    const done = services.lock.alone(work);
    const isLate = services.now().getTime() >= run.finishBy - FOR_WRITING.long - ONE_MORE;
    if (done !== undefined || !run.isLong || isLate) return done;
  }
}

/** The lease, and the workbook as it was when it was taken. */
interface Begun {
  readonly kind: "taken";
  readonly book: OpenWorkbook;
  /** Whether the sources are to be looked at. */
  readonly looks: boolean;
}

function takeLease(services: Services, workbookId: string, run: Run): Begun | SliceReport {
  const book = openWorkbook(services, workbookId, ["sources", "decisions"]);
  const now = services.now();
  const other = leaseOfOther(book.state, run.id, now);
  if (other) return { kind: "busy", until: other.until };
  const sources = book.edits("sources");
  const looks =
    isLookWanted(services.store, workbookId) || queued(services.store).size > 0 || sources.keyed().some(isNew);
  const due = dueIn(book);
  // The hourly run of a team with nothing to do leaves its workbook alone.
  const waits =
    due.some(({ id }) => !run.skip.has(id)) || book.edits("decisions").unkeyed().length > 0 || isNewlyQuoted(book);
  if (run.isLong && !looks && !waits && book.making.length === 0)
    return { kind: "worked", read: 0, left: due.length, stopped: "" };
  const state: RunState = {
    ...book.state,
    lease: { run: run.id, person: services.person(), until: run.overAt },
    ...(looks ? { lookedAt: now.toISOString() } : {}),
  };
  // What a sheet held that has to be made anew is forgotten together with the making.
  const forgotten = book.making.length > 0 ? sources.planAtOnce().after : [];
  services.sheets.update(workbookId, [...book.making, ...forgotten, keptRun(book, state)]);
  return { kind: "taken", book, looks };
}

function letGo(services: Services, workbookId: string, run: Run): void {
  const book = openWorkbook(services, workbookId, []);
  const { lease, ...rest } = book.state;
  if (lease?.run === run.id) services.sheets.update(workbookId, [keptRun(book, rest)]);
}

/** Does something that may fail beside an error that matters more. */
function attempt(work: () => void): void {
  try {
    work();
  } catch {
    // The lease is over by itself, some time later.
  }
}

function workWithLease(services: Services, workbookId: string, run: Run, begun: Begun): SliceReport | undefined {
  const found = look(services, workbookId, run, begun);
  if (!found) return undefined;
  const due = found.filter(({ id }) => !run.skip.has(id));
  // Bringing the workbook up to date takes about as long as the last time, and a call or two more.
  const reserve = Math.max(
    run.isLong ? FOR_WRITING.long : FOR_WRITING.short,
    1.3 * begun.book.state.writing + ONE_MORE,
  );
  const readUntil = run.finishBy - reserve;
  if (due.length > 0 && services.now().getTime() >= readUntil) {
    letGo(services, workbookId, run);
    return { kind: "worked", read: 0, left: due.length, stopped: run.isLong ? "" : TOO_LARGE };
  }
  const { settings, team } = begun.book;
  const { results, stopped } = readSources(services, team.rubric, due, readUntil, run.isLong);
  for (const { due: one, outcome } of results) if (outcome.kind !== "read") run.skip.add(one.id);
  const reading = {
    engine: engineStamp(begun.book),
    quoting: settings.quoting,
    isNewlyQuoted: isNewlyQuoted(begun.book),
  };
  const slice = { run: run.id, results, stopped, reading };
  const written = untilUnmoved(services, run.finishBy, () => writeSlice(services, workbookId, slice));
  const read = results.filter(({ outcome }) => outcome.kind === "read").length;
  return written && { kind: "worked", read, left: written.left, stopped };
}

/** Takes up what was added, looks at the sources where that is wanted, and tells what has to be read. */
function look(
  services: Services,
  workbookId: string,
  run: Run,
  { book: first, looks }: Begun,
): readonly Due[] | undefined {
  const inLine = queued(services.store);
  const drive = remembering(services.drive);
  const today = services.now().toISOString().slice(0, 10);
  let again: OpenWorkbook | undefined = first;
  const due = untilUnmoved(services, run.finishBy, () => {
    const book = again ?? openWorkbook(services, workbookId, ["sources", "decisions"]);
    again = undefined;
    const sources = book.edits("sources");
    addSources(sources, inLine, "picked");
    takeUpPasted(sources);
    if (looks) lookAtSources(sources, drive, book.settings.folder, today);
    const { before, after } = sources.planAtOnce();
    if (before.length + after.length > 0) {
      if (!isUnmoved(services.sheets, book.workbook, [sources.sheet])) return MOVED;
      services.sheets.update(workbookId, [...before, ...after]);
    }
    return dueIn(book);
  });
  if (!due) return undefined;
  dequeue(services.store, inLine.keys());
  if (looks) lookedAt(services.store, workbookId);
  return due;
}

/** Drive as it was when it was first asked, so that looking once more takes no time. */
function remembering(drive: DriveService): DriveService {
  const listed = new Map<string, readonly DriveFile[]>();
  const single = new Map<string, DriveFile>();
  return {
    documents: (folder) => kept(listed, folder, drive.documents),
    document: (id) => kept(single, id, drive.document),
  };
}

function kept<T>(known: Map<string, T>, key: string, ask: (key: string) => T): T {
  const value = known.get(key) ?? ask(key);
  known.set(key, value);
  return value;
}

const dueIn = (book: OpenWorkbook): readonly Due[] =>
  dueSources(book.edits("sources"), decisionsIn(book.edits("decisions").keyed(), book.team.rubric), engineStamp(book));

const isNewlyQuoted = ({ state, settings }: OpenWorkbook): boolean => state.quoting !== settings.quoting;

const isNew = (row: { readonly cells: Readonly<Record<string, string | number>> }): boolean =>
  row.cells.changed === "" && row.cells.state === "Waiting to be read";
