import { wantLook } from "./queue";
import type { Services } from "./services";
import { type Run, runSlice, type SliceReport } from "./slice";

/** Google ends a card's answer after 30 s, and a run after 6 min. Milliseconds. */
const CARD = { work: 25_000, over: 35_000 } as const;
const LONG = { work: 270_000, over: 370_000 } as const;

/** Does one slice that fits into the time a card has to answer. */
export function continueNow(services: Services, workbookId: string): SliceReport {
  return runSlice(services, workbookId, newRun(services, CARD, false));
}

/** Does slices for some minutes, until all is read. */
export function workLong(services: Services, workbookId: string): SliceReport {
  const run = newRun(services, LONG, true);
  let read = 0;
  for (;;) {
    const report = runSlice(services, workbookId, run);
    if (report.kind !== "worked") return report;
    read += report.read;
    const isOver = report.left === 0 || report.read === 0 || report.stopped !== "";
    if (isOver || services.now().getTime() >= run.finishBy - LAST_START) return { ...report, read };
  }
}

/** Time before the end from when on no further slice is begun. Milliseconds. */
const LAST_START = 60_000;

/** What the schedule does every hour: looks at the sources when it is time to, and works on what is left. */
export function workBySchedule(
  services: Services,
  workbookId: string,
  lookedAt: string,
  everyHours: number,
): SliceReport {
  const since = services.now().getTime() - (Date.parse(lookedAt) || 0);
  // Triggers come some minutes early or late.
  if (since >= everyHours * 3_600_000 - 900_000) wantLook(services.store, workbookId);
  return workLong(services, workbookId);
}

function newRun(services: Services, time: typeof CARD | typeof LONG, isLong: boolean): Run {
  const now = services.now().getTime();
  const id = `${now.toString(36)}-${services.person().slice(-8)}`;
  return { id, finishBy: now + time.work, overAt: now + time.over, isLong, skip: new Set() };
}
