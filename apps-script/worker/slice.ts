import { type Begun, isNewlyQuoted, letGo, takeLease } from "./lease";
import { look } from "./look";
import { engineStamp } from "./open-workbook";
import { readSources } from "./read-sources";
import type { Services } from "./services";
import { readerOf } from "./sources";
import { untilUnmoved } from "./until-unmoved";
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

/** Does something that may fail beside an error that matters more. */
function attempt(work: () => void): void {
  try {
    work();
  } catch {
    // The lease is over by itself, some time later.
  }
}

function workWithLease(services: Services, workbookId: string, run: Run, begun: Begun): SliceReport | undefined {
  const found = look(services, workbookId, run.finishBy, begun);
  if (!found) return undefined;
  const due = found.due.filter(({ id }) => !run.skip.has(id));
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
  const { folder } = found;
  const person = readerOf(services);
  const slice = { run: run.id, person, results, stopped, reading, ...(folder === undefined ? {} : { folder }) };
  const written = untilUnmoved(services, run.finishBy, () => writeSlice(services, workbookId, slice));
  const read = results.filter(({ outcome }) => outcome.kind === "read").length;
  return written && { kind: "worked", read, left: written.left, stopped };
}
