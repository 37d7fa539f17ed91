import { Worker } from "node:worker_threads";
import type { ReadingSettings, ReadingTask } from "./reading-worker";

/** The program itself, which a worker starts at another door. In the build all of it is one file. */
const program = import.meta.url;
const START = 'import(require("node:worker_threads").workerData.program).then(({ serveReading }) => serveReading());';

/**
 * Most MB that what one thread keeps may take; V8 also clears a heap sooner where it may not grow far: 26 MB of a tagger's own
 * stay so, instead of 105 MB with what could be cleared.
 */
export const HEAP_MEGABYTES = 1024;
/** Room for what is new is kept small: it soon fills up anyway, and counts once a thread. */
const YOUNG_MEGABYTES = 16;

/** How tasks are done. */
export interface Pool {
  readonly workers: number;
  /** See `HEAP_MEGABYTES`. */
  readonly heapMegabytes: number;
  readonly settings: ReadingSettings;
  /** Told as each task ends: how many files it had. */
  readonly done: (files: number) => void;
}

/**
 * Does tasks in several threads at a time; rejects with the first failure, after which nothing runs on. A file that takes a
 * thread more memory than it may have ends that thread; its task is done again without that file.
 */
export async function runTasks(tasks: readonly ReadingTask[], pool: Pool): Promise<void> {
  let next = 0;
  const running = new Set<Worker>();
  const serve = (first: ReadingTask | undefined): Promise<void> =>
    new Promise((resolve, reject) => {
      let task = first;
      /** Which file of its task the thread is reading: it cannot tell any more when its memory has run out. */
      const reading = new Int32Array(new SharedArrayBuffer(4));
      const worker = new Worker(START, {
        eval: true,
        // However Node was told to read its own start, this one is a script.
        execArgv: [],
        workerData: { program, settings: pool.settings, reading },
        resourceLimits: { maxOldGenerationSizeMb: pool.heapMegabytes, maxYoungGenerationSizeMb: YOUNG_MEGABYTES },
      });
      running.add(worker);
      const give = () => {
        if (task) worker.postMessage(task);
        else resolve();
      };
      worker.on("message", (files: number) => {
        pool.done(files);
        task = tasks[next++];
        give();
      });
      worker.on("error", (error: NodeJS.ErrnoException) => {
        running.delete(worker);
        if (error.code !== "ERR_WORKER_OUT_OF_MEMORY" || !task) reject(error);
        else resolve(serve({ ...task, tooLarge: [...(task.tooLarge ?? []), reading[0] as number] }));
      });
      worker.on("exit", (code) => reject(new Error(`A thread that reads notes ended with code ${code}.`)));
      give();
    });
  try {
    await Promise.all(Array.from({ length: Math.min(pool.workers, tasks.length) }, () => serve(tasks[next++])));
  } finally {
    await Promise.all([...running].map((worker) => worker.terminate()));
  }
}
