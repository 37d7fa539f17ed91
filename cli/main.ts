import { Command, CommanderError, InvalidArgumentError, Option } from "commander";
import { LEVELS, MODELS } from "../core/index";
import about from "../package.json" with { type: "json" };
import { agendaCommand } from "./commands/agenda";
import { coverageCommand } from "./commands/coverage";
import { evidenceCommand } from "./commands/evidence";
import { rubricCheckCommand } from "./commands/rubric-check";
import { startCommand } from "./commands/start";
import { tagCommand } from "./commands/tag";
import { Exit, Problem } from "./problem";
import { READERS } from "./reader-choice";
import { colors, printable } from "./terminal";

export { serveReading } from "./evidence/reading-worker";

/** Runs the command line; gives the exit code: 0 all well, 2 wrong use, 3 some files could not be read. */
export async function main(args: readonly string[]): Promise<number> {
  // A reader that stops early (`| head`) is no error.
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") process.exit(Exit.well);
    throw error;
  });
  process.stderr.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
  });
  let code: number = Exit.well;
  const program = programOf((result) => {
    code = result;
  });
  try {
    await program.parseAsync([...args], { from: "user" });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? Exit.well : Exit.wrongUse;
    if (!(error instanceof Problem)) throw error;
    process.stderr.write(`${colors(process.stderr).red(printable(error.problem))}\n${printable(error.remedy)}\n`);
    return Exit.wrongUse;
  }
}

const rubricOptions = () => [
  new Option("--rubric <file>", "use a rubric file of your own (default: the built-in PLC rubric)"),
  new Option("--model <model>", "collaboration model that the team follows").choices([...MODELS, "none"]),
  new Option("--level <level>", "level of the team").choices([...LEVELS]),
];

const readerOption = () =>
  new Option(
    "--reader <reader>",
    "who reads: compact (at once) or deep (a small language model on this computer: better, a second for 30 lines)",
  )
    .choices(READERS)
    .default("compact");

function programOf(finish: (code: number) => void): Command {
  const program = new Command("plumbline")
    .description("Shows which practices of a PLC rubric show in a team's meeting notes. Nothing leaves this computer.")
    .version(about.version, "-V, --version", "print the version")
    .exitOverride()
    .showHelpAfterError("(--help shows what can be typed)")
    .addHelpText(
      "after",
      `
Examples:
  $ plumbline tag "PLC notes 3 Oct.docx"            tags in the terminal
  $ plumbline coverage "PLC notes/" --out term.xlsx  a workbook over a folder
  $ plumbline coverage notes/ --out term.html        the same as a web page
  $ plumbline agenda tomorrow.md --history notes/    an agenda, before the meeting`,
    );

  const tag = program
    .command("tag")
    .description("tag lines of notes (.docx, .md, .html, .txt, Notes JSON; - reads standard input)")
    .argument("<file...>", "files of notes, or - for standard input")
    .option("--jsonl", "print one JSON object a tagged line, as soon as its document is tagged")
    .addOption(
      new Option("--type <type>", "take the notes for this, instead of telling from the lines").choices([
        "agenda",
        "minutes",
      ]),
    )
    .addHelpText(
      "after",
      "\nExamples:\n  $ plumbline tag notes.md\n  $ plumbline tag --jsonl *.docx | jq .tags\n  $ pbpaste | plumbline tag -",
    )
    .action(async (files: string[], options) => finish(await tagCommand(files, options)));

  const coverage = program
    .command("coverage")
    .description("count what shows over files and folders of notes, with the lines behind every figure")
    .argument("<path...>", "files and folders of notes; folders are walked")
    .requiredOption("--out <file>", "where to write: .xlsx, .csv, .html or .json")
    .option("--team <name>", "name of the team, for the title")
    .addHelpText(
      "after",
      '\nFiles that cannot be read are listed at the end and do not stop the rest (exit code 3 then).\n\nExamples:\n  $ plumbline coverage notes/ --out coverage.xlsx --team "Grade 4"\n  $ plumbline coverage sept.docx oct.md --out coverage.html',
    )
    .action(async (paths: string[], options) => finish(await coverageCommand(paths, options)));

  const evidence = program
    .command("evidence")
    .description("write the evidence of a whole district as tables for a database, in several threads")
    .argument("<path...>", "files and folders of notes; each folder is a team")
    .requiredOption("--out <file>", "where to write: .ndjson or .parquet; two more tables go beside it")
    .option("--team <name>", "take all files for those of one team")
    .option("--team-depth <n>", "how many folders below each path make a team (default: all)", wholeNumber)
    .option("--no-words", "leave out quotes, headings and titles, so that figures can be passed on without them")
    .option("--workers <n>", "threads that read (default: one a processor core, up to 8)", wholeNumber)
    .option(
      "--memory <megabytes>",
      "what a thread may take before a file is called too large (default: 1024)",
      wholeNumber,
    )
    .addHelpText(
      "after",
      "\nA run that was stopped goes on when the same command is typed again. docs/district.md tells what to do with the tables.\n\nExamples:\n  $ plumbline evidence district/ --out evidence.parquet\n  $ plumbline evidence district/ --team-depth 2 --no-words --out evidence.ndjson",
    )
    .action(async (paths: string[], options) => finish(await evidenceCommand(paths, options)));
  const agenda = program
    .command("agenda")
    .description("check an agenda before the meeting: what it will give the team, what it leaves out, items to add")
    .argument("<file>", "the agenda (.docx, .md, .html, .txt, Notes JSON), or - for standard input")
    .option(
      "--history <path...>",
      "the team's earlier notes (folders or files), or a coverage that was written as .json",
    )
    .option("--json", "print the check as JSON")
    .option("--out <file>", "write a web page (.html) that prints on one sheet")
    .addHelpText(
      "after",
      "\nExamples:\n  $ plumbline agenda tomorrow.docx --level grade --model dufour\n  $ plumbline agenda tomorrow.md --history notes/ --out agenda.html",
    )
    .action(async (file: string, options) => finish(await agendaCommand(file, options)));

  const start = program
    .command("start", { hidden: true })
    .description("tag sample notes, or your own, and write their coverage")
    .argument("[path...]", "files and folders of notes")
    .action(async (paths: string[]) => finish(await startCommand(paths)));

  const rubric = program.command("rubric").description("work with rubric files");
  rubric
    .command("check")
    .description("check a rubric file and say what to mend, and where")
    .argument("<file>", "rubric file (JSON)")
    .addHelpText("after", "\nExample:\n  $ plumbline rubric check our-rubric.json")
    .action(async (file: string) => finish(await rubricCheckCommand(file)));

  for (const command of [tag, coverage, agenda, evidence])
    for (const option of rubricOptions()) command.addOption(option);
  for (const command of [tag, coverage, agenda, evidence, start, rubric, ...rubric.commands])
    command.copyInheritedSettings(program);
  for (const command of [tag, coverage]) command.addOption(readerOption());
  return program;
}

function wholeNumber(text: string): number {
  const number = Number(text);
  if (/^\d+$/.test(text) && number > 0) return number;
  throw new InvalidArgumentError("It must be a whole number from 1.");
}
