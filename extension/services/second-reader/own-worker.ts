import type { Work } from "./boundary";

/** Milliseconds without work after which the worker's memory is given back. */
const IDLE = 5 * 60_000;

/** Keeps one worker while there is work for it. */
export interface WorkerOwner {
  pass(work: Work, port: MessagePort): void;
  stop(): void;
}

/** Makes an owner that starts a worker when work comes; `idle` is called after none came for a while and it was ended. */
export function ownWorker(start: () => Worker, idle: () => void = () => {}): WorkerOwner {
  let worker: Worker | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = () => {
    clearTimeout(timer);
    worker?.terminate();
    worker = undefined;
  };
  return {
    pass: (work, port) => {
      // From here, because the worker may be in the middle of a line.
      port.postMessage({ is: "heard" });
      if (!worker) {
        worker = start();
        worker.onerror = stop;
      }
      worker.postMessage(work, [port]);
      clearTimeout(timer);
      timer = setTimeout(() => {
        stop();
        idle();
      }, IDLE);
    },
    stop,
  };
}
