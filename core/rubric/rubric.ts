import plc from "./plc.json" with { type: "json" };
import { readRubricValue } from "./read-value";
import type { Rubric } from "./schema";

export { type AdaptationChoice, type AdaptedRubric, adaptRubric } from "./adapt";
export type { Fault } from "./faults";
export { phraseFault } from "./phrases";
export { readRubric } from "./read";
export { type RubricReading, readRubricValue } from "./read-value";
export {
  type Adaptation,
  type Dimension,
  type Emphasis,
  type Indicator,
  isLevel,
  isModel,
  LEVELS,
  type Level,
  MODELS,
  type Model,
  type ModelAdaptation,
  type Rubric,
} from "./schema";

/** The built-in rubric: the Professional Learning Communities Model, five dimensions with 28 indicators. */
export const plcRubric: Rubric = /* @__PURE__ */ builtIn();

function builtIn(): Rubric {
  const reading = readRubricValue(plc);
  if (reading.ok) return reading.rubric;
  throw new Error(`plc.json: ${reading.faults.map(({ place, problem }) => `${place}: ${problem}`).join(" ")}`);
}
