import { createHash } from "node:crypto";
import { mkdir, readFile, rm } from "node:fs/promises";
import { basename, dirname, extname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { type AdaptedRubric, indicatorRows } from "../../core/index";
import type { Assembled, TeamParts } from "../evidence/assemble";
import { type Job, planJobs, type TeamRule } from "../evidence/plan";
import { readParts, type Threads } from "../evidence/read-parts";
import { tableFiles, writeTables } from "../evidence/write-tables";
import { loadParquetWriter } from "../outputs/parquet";
import { count } from "../outputs/wording";
import { Exit, Problem } from "../problem";
import { chosenRubric, type RubricOptions } from "../rubric-choice";
import { reportUnread } from "../unread";
import { reportWarnings } from "../warnings";

export interface EvidenceOptions extends RubricOptions, TeamRule, Threads {
  readonly out: string;
  /** False where --no-words was given. */
  readonly words: boolean;
}

/** Files whose warnings are printed; of the others the number. */
const WARNED = 20;

/** `plumbline evidence`: reads any number of files in several threads and writes the tables of a district. */
export async function evidenceCommand(paths: readonly string[], options: EvidenceOptions): Promise<number> {
  checkPaths(paths, options.out);
  const parquet = formatOf(options.out) === ".parquet" ? await loadParquetWriter() : undefined;
  const rubric = await chosenRubric(options);
  tellWatcher("Looking through the folders …");
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
    await readParts(tasks, files, { rubric, words: options.words, named: paths }, options);
    tellWatcher("Putting the tables together …");
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

/** Says what takes a while, where a person is looking. */
function tellWatcher(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(`${text}\n`);
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
