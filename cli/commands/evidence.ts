import { createHash } from "node:crypto";
import { mkdir, readFile, rm } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { basename, dirname, extname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { AdaptedRubric } from "../../core/index";
import type { Assembled, TeamParts } from "../evidence/assemble";
import { isWhole } from "../evidence/part";
import { type Job, planJobs } from "../evidence/plan";
import { HEAP_MEGABYTES, runTasks } from "../evidence/pool";
import type { ReadingTask } from "../evidence/reading-worker";
import { indicatorRows } from "../evidence/rows";
import { tableFiles, writeTables } from "../evidence/write-tables";
import { loadParquetWriter } from "../outputs/parquet";
import { count } from "../outputs/wording";
import { Exit, Problem } from "../problem";
import { progressBar } from "../progress";
import { chosenRubric, type RubricOptions } from "../rubric-choice";
import { reportUnread } from "../unread";
import { reportWarnings } from "../warnings";

export interface EvidenceOptions extends RubricOptions {
  readonly out: string;
  readonly team?: string;
  readonly teamDepth?: number;
  readonly workers?: number;
  /** Most MB that a thread may take. */
  readonly memory?: number;
  /** False where --no-words was given. */
  readonly words: boolean;
}

/** Each thread holds a tagger of its own, some 100 MB with what it reads. */
const MOST_WORKERS = 8;
/** Files whose warnings are printed; of the others the number. */
const WARNED = 20;
const INTERRUPTED = 130;

/** `plumbline evidence`: reads any number of files in several threads and writes the tables of a district. */
export async function evidenceCommand(paths: readonly string[], options: EvidenceOptions): Promise<number> {
  checkPaths(paths, options.out);
  const parquet = formatOf(options.out) === ".parquet" ? await loadParquetWriter() : undefined;
  const rubric = await chosenRubric(options);
  if (process.stderr.isTTY) process.stderr.write("Looking through the folders …\n");
  const { jobs, files, unread } = await planJobs(paths, options, await readingOf(rubric, options.words));
  if (files === 0) {
    reportUnread(unread);
    if (unread.length) return Exit.someUnread;
    throw new Problem("No notes were found there.", "Name a folder that holds .docx, .md, .html, .txt or .json files.");
  }
  const folder = join(dirname(options.out), `.${basename(options.out)}.parts`);
  const tasks = jobs.map((job) => ({ ...job, part: join(folder, `${job.key}.part`) }));
  const found = await writing(options.out, async () => {
    await mkdir(folder, { recursive: true });
    await readAll(tasks, files, rubric, paths, options);
    const to = tableFiles(options.out);
    const assembled = await writeTables(folder, teamsOf(tasks), indicatorRows(rubric), to, parquet);
    await rm(folder, { recursive: true, force: true });
    return assembled;
  });
  report(found, options.out);
  const all = [...unread, ...found.unread];
  reportUnread(all);
  return all.length ? Exit.someUnread : Exit.well;
}

/** Does the jobs that no earlier run has done; a run that is stopped leaves what it has done for the next. */
async function readAll(
  tasks: readonly ReadingTask[],
  files: number,
  rubric: AdaptedRubric,
  named: readonly string[],
  { workers = Math.min(availableParallelism(), MOST_WORKERS), memory = HEAP_MEGABYTES, words }: EvidenceOptions,
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
    await runTasks(todo, { workers, heapMegabytes: memory, settings: { rubric, words, named }, done });
    bar.done(`Read ${count(files, "file")}`);
  } finally {
    process.off("SIGINT", stop).off("SIGTERM", stop).off("exit", ended);
  }
}

function report({ tags, meetings, warned }: Assembled, out: string): void {
  for (const [file, warnings] of warned.slice(0, WARNED)) reportWarnings(file, warnings);
  const more = warned.length - WARNED;
  const log = (text: string) => process.stderr.write(`${text}\n`);
  if (more > 0) log(`There are warnings of ${count(more, "more file")}.`);
  const { evidence, ...beside } = tableFiles(out);
  log(`Wrote ${evidence}: ${count(tags, "tag")} in ${count(meetings, "meeting")}.`);
  log(`Beside it: ${beside.meetings} (all meetings) and ${beside.indicators} (the rubric).`);
}

function checkPaths(paths: readonly string[], out: string): void {
  if (paths.includes("-"))
    throw new Problem("This cannot read standard input.", "Name files or folders, so that it can go on after a stop.");
  const places = Object.values(tableFiles(out)).map((file) => resolve(file));
  if (paths.some((path) => places.includes(resolve(path))))
    throw new Problem(
      `--out ${out} would write over one of the files to read.`,
      "Choose another name for what is written, or leave that file out.",
    );
}

function formatOf(out: string): ".ndjson" | ".parquet" {
  const ending = extname(out).toLowerCase();
  if (ending === ".ndjson" || ending === ".parquet") return ending;
  throw new Problem(`--out ${out} names no format that can be written.`, "End the name with .ndjson or .parquet.");
}

/** All that a part hangs on beside its files: a part that another version or rubric left is not taken over. */
async function readingOf(rubric: AdaptedRubric, words: boolean): Promise<string> {
  const program = createHash("sha256").update(await readFile(fileURLToPath(import.meta.url)));
  return JSON.stringify([program.digest("hex"), rubric, words]);
}

function teamsOf(tasks: readonly (Job & { readonly part: string })[]): TeamParts[] {
  const teams = new Map<string, string[]>();
  for (const { team, part } of tasks) teams.set(team, [...(teams.get(team) ?? []), part]);
  return [...teams].map(([team, parts]) => ({ team, parts }));
}

/** Explains a failure of the disk; the parts stay. */
async function writing<T>(out: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (!code || !["ENOSPC", "EACCES", "EPERM", "EROFS", "ENOTDIR", "EISDIR", "EBUSY"].includes(code)) throw error;
    throw new Problem(
      `${out} could not be written: ${message}.`,
      "Make room or choose another folder, then type the command again; it goes on where it stopped.",
    );
  }
}
