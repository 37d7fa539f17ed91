import { Worker } from "node:worker_threads";
import type { ReadingSettings, ReadingTask } from "./reading-worker";

/** The program itself, which a worker starts at another door. In the build all of it is one file. */
const program = import.meta.url;
const START = 'import(require("node:worker_threads").workerData.program).then(({ serveReading }) => serveReading());';

/** Room for what is new is kept small: it soon fills up anyway, and counts once a thread. */
const FRUGAL = { maxYoungGenerationSizeMb: 16 };

/** Told as each task ends: how many files it had. */
export type Done = (files: number) => void;

/** Does tasks in several threads at a time; rejects with the first failure, after which nothing runs on. */
export async function runTasks(
  tasks: readonly ReadingTask[],
  workers: number,
  settings: ReadingSettings,
  done: Done,
): Promise<void> {
  let next = 0;
  const running: Worker[] = [];
  const serve = () =>
    new Promise<void>((resolve, reject) => {
      const worker = new Worker(START, {
        eval: true,
        // However Node was told to read its own start, this one is a script.
        execArgv: [],
        workerData: { program, settings },
        resourceLimits: FRUGAL,
      });
      running.push(worker);
      const give = () => {
        const task = tasks[next++];
        if (task) worker.postMessage(task);
        else resolve();
      };
      worker.on("message", (files: number) => {
        done(files);
        give();
      });
      worker.on("error", reject);
      worker.on("exit", (code) => reject(new Error(`A thread that reads notes ended with code ${code}.`)));
      give();
    });
  try {
    await Promise.all(Array.from({ length: Math.min(workers, tasks.length) }, serve));
  } finally {
    await Promise.all(running.map((worker) => worker.terminate()));
  }
}
