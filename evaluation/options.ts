import { Command, Option } from "commander";
import { READERS, type ReaderName } from "./readers";

/** What the person who typed the command wants. Paths count from the project's folder. */
export interface Options {
  /** Folders of labelled meetings; absent where the usual ones are meant. */
  readonly gold?: readonly string[];
  /** Absent where all are meant. */
  readonly reader?: readonly ReaderName[];
  readonly json?: boolean;
  /** Where the page goes. */
  readonly page: string;
}

/** Reads the arguments; ends the process with exit code 2, and says why, where they cannot be understood. */
export function readOptions(args: readonly string[]): Options {
  return new Command("npm run evaluate --")
    .description("Measures the readers on labelled meetings: prints the figures and writes them as a web page.")
    .option(
      "--gold <folder...>",
      "folders of *.gold.tsv, each a set of its own (default: the test set and what lies beside)",
    )
    .addOption(new Option("--reader <reader...>", "measure only these (default: all)").choices(READERS))
    .option("--json", "print one JSON object")
    .option("--page <file>", "where to write the page", "dist/evaluation.html")
    .allowExcessArguments(false)
    .exitOverride((stop) => process.exit(stop.exitCode === 0 ? 0 : 2))
    .parse([...args], { from: "user" })
    .opts<Options>();
}
