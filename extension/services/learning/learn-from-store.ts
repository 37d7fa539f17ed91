import { type Adjustment, adaptRubric, learn, lessonSentence, lessonsInForce } from "../../../core/index";
import type { PlumblineDb } from "../../db";
import type { RubricInForce } from "../../protocol";
import { createDocumentReader } from "../panel/open-document";
import { seenLines } from "./seen-lines";

/** Learns from everything that was decided and is kept here. Takes seconds where there are many meetings. */
export async function learnFromStore(db: PlumblineDb, inForce: RubricInForce): Promise<Adjustment> {
  const rubric = adapted(inForce);
  const known = new Set(rubric.indicators.map(({ code }) => code));
  const read = createDocumentReader(db);
  const seen = [];
  for (const about of await db.documents.toArray()) {
    const opened = await read(about);
    if (opened) seen.push(...seenLines(opened));
  }
  return learn(
    rubric,
    seen.map((line) => ({ ...line, decided: new Map([...line.decided].filter(([code]) => known.has(code))) })),
  );
}

/** Each thing that was learned, as a sentence, the weightiest first; nothing where it was learned on top of another model. */
export const sentencesOf = (learned: Adjustment, inForce: RubricInForce): string[] =>
  lessonsInForce(learned).map((lesson) => lessonSentence(inForce.rubric, lesson));

const adapted = ({ rubric, model, level }: RubricInForce) =>
  adaptRubric(rubric, { model, ...(level === "none" ? {} : { level }) });
