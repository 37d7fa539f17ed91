import { readFile } from "node:fs/promises";
import { extname, resolve } from "node:path";
import { type AdaptedRubric, type Coverage, checkAgenda, coverageOf, type Notes } from "../../core/index";
import { readFileOfNotes } from "../files";
import { agendaJson } from "../outputs/agenda-json";
import { agendaPage } from "../outputs/agenda-page";
import { printAgenda } from "../outputs/agenda-terminal";
import { day } from "../outputs/wording";
import { Exit, Problem } from "../problem";
import { historyFromJson } from "../readers/coverage-json";
import { chosenRubric, type RubricOptions } from "../rubric-choice";
import { reportUnread } from "../unread";
import { reportWarnings } from "../warnings";
import { writeAtomically } from "../write-atomically";
import { readCoverage } from "./coverage";

export interface AgendaOptions extends RubricOptions {
  readonly history?: readonly string[];
  readonly json?: boolean;
  readonly out?: string;
}

/** `plumbline agenda`: checks one agenda against the rubric and the team's history. */
export async function agendaCommand(file: string, options: AgendaOptions): Promise<number> {
  checkOut(file, options.out);
  const rubric = await chosenRubric(options);
  const read = await readFileOfNotes(file);
  if (!read.ok) {
    reportUnread([read]);
    return Exit.someUnread;
  }
  reportWarnings(file, read.warnings);
  const { history, code } = await historyOf(options.history ?? [], rubric, file);
  const notes = options.model === "none" ? withoutModel(read.notes) : read.notes;
  const check = checkAgenda(notes, rubric, history);
  const title = notes.title ?? file;
  const facts = [
    notes.date && day(notes.date),
    check.level && rubric.levels[check.level]?.title,
    check.model && rubric.models[check.model]?.title,
    file === "-" ? undefined : file,
  ];
  if (options.out !== undefined) {
    await write(options.out, agendaPage(check, notes, rubric, { title, facts }));
    process.stderr.write(`Wrote ${options.out}.\n`);
  }
  if (options.json) {
    for (const caution of [...(check.items.length ? [] : [check.headline]), ...check.cautions])
      process.stderr.write(`${caution}\n`);
    process.stdout.write(agendaJson(check));
  } else if (options.out === undefined) printAgenda(check, rubric, title, facts);
  return code;
}

/** `--model none` is a choice too: it goes before the model that the agenda names. */
function withoutModel({ model: _, ...notes }: Notes): Notes {
  return notes;
}

function checkOut(file: string, out: string | undefined): void {
  if (out === undefined) return;
  if (extname(out).toLowerCase() !== ".html")
    throw new Problem(`--out ${out} names no format that can be written.`, "End the name with .html.");
  if (resolve(out) === resolve(file))
    throw new Problem(
      `--out ${out} is the agenda itself, and would be written over.`,
      "Choose another name for what is written.",
    );
}

/** The team's earlier meetings: read from notes, or from a coverage that was written before. */
async function historyOf(
  paths: readonly string[],
  rubric: AdaptedRubric,
  agenda: string,
): Promise<{ history?: Coverage; code: number }> {
  if (paths.length === 0) return { code: Exit.well };
  const [only] = paths;
  if (paths.length === 1 && only !== undefined && extname(only).toLowerCase() === ".json") {
    const known = await savedCoverage(only, rubric);
    if (known) return { history: known, code: Exit.well };
  }
  // The agenda often lies among the notes; it is no history of its own.
  const { coverage, unread } = await readCoverage(paths, rubric, { out: agenda });
  reportUnread(unread);
  return { history: coverage, code: unread.length ? Exit.someUnread : Exit.well };
}

/** The coverage in a file; undefined where the file holds notes instead. */
async function savedCoverage(file: string, rubric: AdaptedRubric): Promise<Coverage | undefined> {
  const json = await readFile(file, "utf8").catch((error: Error) => {
    throw new Problem(`The history ${file} could not be read: ${error.message}.`, "Check the path.");
  });
  const history = historyFromJson(json);
  if (typeof history !== "string") return { ...history, totals: coverageOf([], rubric).totals };
  if (/"meetings"\s*:/.test(json))
    throw new Problem(
      `The history ${file} is no coverage that can be read: ${history}.`,
      "Write it anew: plumbline coverage FOLDER --out coverage.json",
    );
  return undefined;
}

async function write(file: string, page: string): Promise<void> {
  await writeAtomically(file, page).catch((error: Error) => {
    throw new Problem(
      `${file} could not be written: ${error.message}.`,
      "Close it where it is open, or choose another folder.",
    );
  });
}
