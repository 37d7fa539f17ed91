import { readFile } from "node:fs/promises";
import { type Fault, readRubric } from "../../core/index";
import { standardInput } from "../files";
import { Exit, Problem } from "../problem";
import { colors, printable } from "../terminal";

/** `plumbline rubric check`: names every fault with its place and what to do. */
export async function rubricCheckCommand(file: string): Promise<number> {
  const json = await (file === "-" ? standardInput().then(String) : readFile(file, "utf8")).catch((error: Error) => {
    throw new Problem(`${file} could not be read: ${error.message}.`, "Check the path.");
  });
  const reading = readRubric(json);
  const color = colors(process.stdout);
  if (reading.ok) {
    const { title, version, indicators, dimensions } = reading.rubric;
    const size = `${indicators.length} indicators in ${dimensions.length} dimensions`;
    process.stdout.write(
      `${color.green("All well:")} ${printable(title)}, version ${version}, ${size}.\n${listOf(reading.warnings, color)}`,
    );
    return Exit.well;
  }
  const count = reading.faults.length === 1 ? "One fault" : `${reading.faults.length} faults`;
  process.stdout.write(`${color.red(`${count} in ${printable(file)}:`)}\n${listOf(reading.faults, color)}`);
  return Exit.wrongUse;
}

function listOf(faults: readonly Fault[], color: ReturnType<typeof colors>): string {
  return faults
    .map(({ place, problem, remedy, line, column }) => {
      const where = line === undefined ? place : `line ${line}${column === undefined ? "" : `, column ${column}`}`;
      return `  ${color.bold(printable(where))}\n    ${printable(problem)}\n    ${printable(remedy)}\n`;
    })
    .join("");
}
