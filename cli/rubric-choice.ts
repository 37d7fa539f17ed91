import { readFile } from "node:fs/promises";
import {
  type AdaptedRubric,
  adaptRubric,
  isLevel,
  isModel,
  type Level,
  type Model,
  plcRubric,
  type Rubric,
  readRubric,
} from "../core/index";
import { Problem } from "./problem";

/** Options by which a person chooses the rubric and its adaptation. */
export interface RubricOptions {
  readonly rubric?: string;
  readonly model?: string;
  readonly level?: string;
}

/** The rubric that the options name, adapted; throws `Problem` for a file with faults. */
export async function chosenRubric(options: RubricOptions): Promise<AdaptedRubric> {
  const rubric = options.rubric === undefined ? plcRubric : await readRubricFile(options.rubric);
  const model: Model | undefined = isModel(options.model) ? options.model : undefined;
  const level: Level | undefined = isLevel(options.level) ? options.level : undefined;
  return adaptRubric(rubric, { model, level });
}

async function readRubricFile(file: string): Promise<Rubric> {
  const json = await readFile(file, "utf8").catch((error: Error) => {
    throw new Problem(`The rubric ${file} could not be read: ${error.message}.`, "Check the path.");
  });
  const reading = readRubric(json);
  if (reading.ok) return reading.rubric;
  const [first] = reading.faults;
  throw new Problem(
    `The rubric ${file} has ${reading.faults.length === 1 ? "a fault" : `${reading.faults.length} faults`}: ${first?.place}: ${first?.problem}`,
    `${first?.remedy} "plumbline rubric check" lists them all.`,
  );
}
