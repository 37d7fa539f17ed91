import { availableParallelism } from "node:os";
import { count } from "../outputs/wording";
import { progressBar } from "../progress";
import { isWhole } from "./part";
import { HEAP_MEGABYTES, runTasks } from "./pool";
import type { ReadingSettings, ReadingTask } from "./reading-worker";

/** What the reading may take of the machine. */
export interface Threads {
  readonly workers?: number;
  /** Most MB that a thread may take. */
  readonly memory?: number;
}

/** Each thread holds a tagger of its own, some 100 MB with what it reads. */
const MOST_WORKERS = 8;
const INTERRUPTED = 130;

/** Does the jobs that no earlier run has done; a run that is stopped leaves what it has done for the next. */
export async function readParts(
  tasks: readonly ReadingTask[],
  files: number,
  settings: ReadingSettings,
  { workers = Math.min(availableParallelism(), MOST_WORKERS), memory = HEAP_MEGABYTES }: Threads,
): Promise<void> {
  const todo: ReadingTask[] = [];
  for (const task of tasks) if (!(await isWhole(task.part))) todo.push(task);
  const left = todo.reduce((sum, task) => sum + task.files.length, 0);
  const log = (text: string) => process.stderr.write(`${text}\n`);
  if (left < files) log(`Going on where an earlier run stopped: ${files - left} of ${count(files, "file")} done.`);
  const bar = progressBar(left, `Reading ${count(left, "file")}`);
  const stop = () => process.exit(INTERRUPTED);
  // The bar has its own way to end the program when a person presses Ctrl-C.
  const ended = () => {
    process.exitCode = INTERRUPTED;
    log("Type the same command again to go on; nothing is read twice.");
  };
  process.once("SIGINT", stop).once("SIGTERM", stop).once("exit", ended);
  try {
    let read = 0;
    const done = (some: number) => {
      read += some;
      bar.step(`${read} of ${count(left, "file")}`, some);
    };
    await runTasks(todo, { workers, heapMegabytes: memory, settings, done });
    bar.done(`Read ${count(files, "file")}`);
  } finally {
    process.off("SIGINT", stop).off("SIGTERM", stop).off("exit", ended);
  }
}
