import type { Services } from "../worker/services";

/** How long a run waits for its turn. Milliseconds. */
const PATIENCE = 8000;

/**
 * The lock of the whole script, since no other is shared by two people: it is held only while the workbook is read and
 * written, never while documents are.
 */
export const scriptLock: Services["lock"] = {
  alone: (work) => {
    const lock = LockService.getScriptLock();
    if (!lock.tryLock(PATIENCE)) return undefined;
    try {
      return work();
    } finally {
      lock.releaseLock();
    }
  },
};
