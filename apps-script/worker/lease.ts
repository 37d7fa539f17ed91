import { dueIn } from "./look";
import { keptRun, type OpenWorkbook, openWorkbook } from "./open-workbook";
import { isLookWanted, queued } from "./queue";
import { leaseOfOther, type RunState } from "./run-state";
import type { Services } from "./services";
import type { Run, SliceReport } from "./slice";
import { hasNew } from "./sources";

/** The lease, and the workbook as it was when it was taken. */
export interface Begun {
  readonly kind: "taken";
  readonly book: OpenWorkbook;
  /** Whether the sources are to be looked at. */
  readonly looks: boolean;
}

/** Takes the lease, or tells why there is none to take: another run has it, or there is nothing to do. */
export function takeLease(services: Services, workbookId: string, run: Run): Begun | SliceReport {
  const book = openWorkbook(services, workbookId, ["sources", "decisions"]);
  const now = services.now();
  const other = leaseOfOther(book.state, run.id, now);
  if (other) return { kind: "busy", until: other.until };
  const sources = book.edits("sources");
  const looks = isLookWanted(services.store, workbookId);
  const due = dueIn(services, book);
  // The hourly run of a team with nothing to do leaves its workbook alone.
  const waits =
    due.some(({ id }) => !run.skip.has(id)) ||
    queued(services.store).size > 0 ||
    hasNew(sources) ||
    book.edits("decisions").unkeyed().length > 0 ||
    isNewlyQuoted(book);
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

/** Gives the lease back before its time, if this run still has it. */
export function letGo(services: Services, workbookId: string, run: Run): void {
  const book = openWorkbook(services, workbookId, []);
  const { lease, ...rest } = book.state;
  if (lease?.run === run.id) services.sheets.update(workbookId, [keptRun(book, rest)]);
}

/** Whether the team chose another way of quoting since all rows were last gone over. */
export const isNewlyQuoted = ({ state, settings }: OpenWorkbook): boolean => state.quoting !== settings.quoting;
