import { extname, resolve } from "node:path";
import { type AdaptedRubric, type Coverage, type CoverageSource, coverageOf } from "../../core/index";
import { listFiles, readFileOfNotes, type Unread } from "../files";
import { coverageCsv } from "../outputs/csv";
import { coveragePage } from "../outputs/html";
import { coverageJson } from "../outputs/json";
import { coverageWorkbook } from "../outputs/xlsx";
import { Exit, Problem } from "../problem";
import { progressBar } from "../progress";
import { chosenReader, type ReaderOptions } from "../reader-choice";
import { chosenRubric, type RubricOptions } from "../rubric-choice";
import { reportUnread } from "../unread";
import { reportWarnings } from "../warnings";
import { writeAtomically } from "../write-atomically";

export interface CoverageOptions extends RubricOptions, ReaderOptions {
  readonly out: string;
  readonly team?: string;
}

type Writer = (coverage: Coverage, rubric: AdaptedRubric) => string | Uint8Array | Promise<Uint8Array>;

const WRITERS: Readonly<Record<string, Writer>> = {
  ".xlsx": coverageWorkbook,
  ".csv": coverageCsv,
  ".html": coveragePage,
  ".json": coverageJson,
};

/** `plumbline coverage`: reads files and folders, counts, writes one file. */
export async function coverageCommand(paths: readonly string[], options: CoverageOptions): Promise<number> {
  writerFor(options.out);
  if (paths.some((path) => resolve(path) === resolve(options.out))) {
    throw new Problem(
      `--out ${options.out} is also one of the files to read, and would be written over.`,
      "Choose another name for what is written, or leave that file out.",
    );
  }
  const rubric = await chosenRubric(options);
  const { coverage, unread } = await readCoverage(paths, rubric, options);
  if (coverage.meetings.length === 0) {
    reportUnread(unread);
    if (unread.length) return Exit.someUnread;
    throw new Problem("No notes were found there.", "Name a folder that holds .docx, .md, .html, .txt or .json files.");
  }
  await writeCoverage(coverage, rubric, options.out);
  const { length } = coverage.meetings;
  process.stderr.write(`Wrote ${options.out}: ${length} ${length === 1 ? "meeting" : "meetings"}.\n`);
  reportUnread(unread);
  return unread.length ? Exit.someUnread : Exit.well;
}

/** Reads and tags all notes under some paths, without the report of an earlier run, and counts what shows. */
export async function readCoverage(
  paths: readonly string[],
  rubric: AdaptedRubric,
  { team, out, ...options }: Partial<CoverageOptions> = {},
): Promise<{ coverage: Coverage; unread: Unread[] }> {
  const reader = await chosenReader(rubric, options);
  const { files, unread } = await listFiles(paths, out);
  const sources: CoverageSource[] = [];
  const warned: [file: string, warnings: readonly string[]][] = [];
  const bar = progressBar(files.length, `Reading ${files.length} files`, reader.slow ? 1 : undefined);
  for (const file of files) {
    const read = await readFileOfNotes(file);
    if (read.ok) {
      const tagged = await reader.tag(read.notes);
      sources.push({ source: file === "-" ? "standard input" : file, tagged });
      warned.push([file, read.warnings]);
    } else if (!read.isReport || paths.includes(file)) unread.push(read);
    else warned.push([file, ["This is an earlier report, and was left out."]]);
    bar.step(file);
  }
  bar.done(`Read ${sources.length} files`);
  for (const [file, warnings] of warned) reportWarnings(file, warnings);
  return { coverage: coverageOf(sources, rubric, team), unread };
}

/** Writes a coverage in the format that the name of the file asks for. */
export async function writeCoverage(coverage: Coverage, rubric: AdaptedRubric, file: string): Promise<void> {
  const content = await writerFor(file)(coverage, rubric);
  await writeAtomically(file, content).catch((error: Error) => {
    throw new Problem(
      `${file} could not be written: ${error.message}.`,
      "Close it where it is open, or choose another folder.",
    );
  });
}

function writerFor(file: string): Writer {
  const writer = WRITERS[extname(file).toLowerCase()];
  if (writer) return writer;
  throw new Problem(
    `--out ${file} names no format that can be written.`,
    "End the name with .xlsx, .csv, .html or .json.",
  );
}
