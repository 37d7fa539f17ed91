import { plcRubric, type Rubric, readRubric } from "../../core/index";
import type { RubricInForce } from "../protocol";
import { level, model, ownRubric } from "../settings";

/** The rubric that the settings name: the team's own where there is one that can be read, else the one shipped. */
export async function rubricInForce(): Promise<RubricInForce> {
  const [own, chosenModel, chosenLevel] = await Promise.all([ownRubric.getValue(), model.getValue(), level.getValue()]);
  const reading = own ? readRubric(own) : undefined;
  return { rubric: reading?.ok ? reading.rubric : plcRubric, model: chosenModel, level: chosenLevel };
}

/** The name that decisions and documents give a rubric: `plc@1.0.0`. */
export const rubricName = ({ id, version }: Rubric): string => `${id}@${version}`;
