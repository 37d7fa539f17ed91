import {
  type Adjustment,
  adaptRubric,
  type Level,
  lessonsInForce,
  type Model,
  readRubric,
  type Tag,
} from "../../../core/index";
import { createDeepReader, type DeepParts, type DeepReader } from "../../../deep-reader/deep-reader";
import { type WorkAnswer, workSchema } from "./boundary";
import { DamagedFiles } from "./damaged-files";

/** Answers work from outside the worker; never throws. */
export type AnswerWork = (work: unknown) => Promise<WorkAnswer>;

/** Makes what answers in the worker. The encoder is opened with the first work, and again where it could not be. */
export function createAnswerWork(open: () => Promise<DeepParts>): AnswerWork {
  let parts: Promise<DeepParts> | undefined;
  let made: { readonly id: string; readonly reader: DeepReader } | undefined;

  const readerFor = async ({ id, rubric, model, level, learned }: Asked): Promise<DeepReader> => {
    if (made?.id === id) return made.reader;
    const reading = readRubric(rubric);
    if (!reading.ok) throw new Error("The rubric cannot be read.");
    parts ??= open();
    const choice = { model: model as Model | "none", ...(level === "none" ? {} : { level: level as Level }) };
    const opened = { ...(await parts), lessons: lessonsInForce(learned as Adjustment | null) };
    made = { id, reader: createDeepReader(adaptRubric(reading.rubric, choice), opened) };
    return made.reader;
  };

  return async (asked) => {
    try {
      const { recipe, lines } = workSchema.parse(asked);
      const reader = await readerFor(recipe);
      const tags: (readonly Tag[])[] = [];
      for (const line of lines) tags.push(await reader.read(line));
      return { is: "read", tags };
    } catch (error) {
      // What failed once may be in pieces.
      parts = undefined;
      made = undefined;
      return { is: "failed", why: error instanceof DamagedFiles ? "files" : "reading" };
    }
  };
}

type Asked = ReturnType<(typeof workSchema)["parse"]>["recipe"];
