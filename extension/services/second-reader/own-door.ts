import type { Door } from "./ask-worker";
import { ownWorker } from "./own-worker";
import { startWorker } from "./start-worker";

/** Firefox's way: the event page owns the worker, which ends with it. */
export function ownDoor(): Door {
  const owner = ownWorker(startWorker);
  return {
    pass: async (work, port) => owner.pass(work, port),
    shut: async () => owner.stop(),
  };
}
