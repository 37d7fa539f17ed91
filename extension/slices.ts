import type { Steps } from "../core/index";

/** Milliseconds of work at a time, so that a key pressed meanwhile is not kept waiting. */
const SLICE = 5;
/** Milliseconds after which a slice is done though the page never rests. */
const PATIENCE = 300;

/**
 * Does work in slices while the page is at rest, the first at once where it is `urgent`; `undefined` where `signal` ended it before
 * its end.
 */
export function inSlices<Value>(steps: Steps<Value>, signal: AbortSignal, urgent = false): Promise<Value | undefined> {
  return new Promise((resolve, reject) => {
    const slice = () => {
      if (signal.aborted) return resolve(undefined);
      const end = performance.now() + SLICE;
      try {
        do {
          const step = steps.next();
          if (step.done) return resolve(step.value);
        } while (performance.now() < end);
      } catch (error) {
        return reject(error);
      }
      requestIdleCallback(slice, { timeout: PATIENCE });
    };
    if (urgent) slice();
    else requestIdleCallback(slice, { timeout: PATIENCE });
  });
}
