import { join, relative } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { adaptRubric, createTagger, plcRubric } from "../../core/index";
import { listFiles, readFileOfNotes } from "../files";
import { Exit, Problem } from "../problem";
import { printTagged } from "../tagged-lines";
import { colors } from "../terminal";
import { reportUnread } from "../unread";
import { readCoverage, writeCoverage } from "./coverage";

// The build lies in dist/, beside cli/.
const root = fileURLToPath(new URL("..", import.meta.url));
const SAMPLES = join(root, "cli/samples");
const SHOWN = join(SAMPLES, "2025-11-05 gr4 notes.md");

/** `npm start`: one meeting tagged in the terminal, and the coverage of all as a workbook and a page. */
export async function startCommand(paths: readonly string[]): Promise<number> {
  const sample = paths.length === 0;
  const rubric = adaptRubric(plcRubric);
  const { coverage, unread } = await readCoverage(
    sample ? [SAMPLES] : paths,
    rubric,
    sample ? { team: "Grade 4 (sample notes)" } : {},
  );
  const shown = sample ? SHOWN : (await listFiles(paths)).files[0];
  if (shown === undefined || coverage.meetings.length === 0) {
    reportUnread(unread);
    if (unread.length) return Exit.someUnread;
    throw new Problem(
      "No notes were found there.",
      "Name a file or a folder with .docx, .md, .html, .txt or .json files.",
    );
  }
  const read = await readFileOfNotes(shown);
  if (read.ok) printTagged(createTagger(rubric).tag(read.notes), rubric, relative(process.cwd(), shown) || shown);
  const folder = join(process.cwd(), "coverage");
  const files = ["coverage.xlsx", "coverage.html"].map((name) => join(folder, name));
  for (const file of files) await writeCoverage(coverage, rubric, file);
  const color = colors(process.stdout);
  const { length } = coverage.meetings;
  process.stdout.write(
    `\n${color.bold(`The coverage of ${length === 1 ? "this meeting" : `all ${length} meetings`}:`)}\n` +
      `  workbook  ${relative(process.cwd(), files[0] as string)}\n` +
      `  web page  ${pathToFileURL(files[1] as string).href}\n` +
      (sample ? "\nYour own notes:  npm start -- FILE|FOLDER\n" : ""),
  );
  reportUnread(unread);
  return unread.length ? Exit.someUnread : Exit.well;
}
