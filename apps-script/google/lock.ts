import type { Services } from "../worker/services";

/** How long a run waits for its turn. Milliseconds. */
const PATIENCE = 8000;

/**
 * The lock of the whole script, since no other is shared by two people. All teams of a deployment share it, so it is held
 * only while a lease or settings are noted in a workbook, never while a workbook is brought up to date or a document read.
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
