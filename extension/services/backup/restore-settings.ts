import * as z from "zod/mini";
import { adjustmentSchema, isLevel, isModel, readRubric } from "../../../core/index";
import * as settings from "../../settings";

const strings = z.array(z.string().check(z.maxLength(500))).check(z.maxLength(1000));
const keys = z.record(z.string(), z.string().check(z.maxLength(20)));

/** Takes over the settings of a backup that can be read; the others stay as they are. */
export async function restoreSettings(values: Readonly<Record<string, unknown>>): Promise<void> {
  const { ownRubric, model, level, hiddenDimensions, hiddenDocuments, who, ownKeys, letterKeys, learned } = values;
  const { secondReader } = values;
  const reading = ownRubric ? readRubric(ownRubric) : undefined;
  if (reading?.ok) await settings.ownRubric.setValue(reading.rubric);
  if (isModel(model) || model === "none") await settings.model.setValue(model);
  if (isLevel(level) || level === "none") await settings.level.setValue(level);
  const dimensions = strings.safeParse(hiddenDimensions);
  if (dimensions.success) await settings.hiddenDimensions.setValue(dimensions.data);
  const documents = strings.safeParse(hiddenDocuments);
  if (documents.success) await settings.hiddenDocuments.setValue(documents.data);
  if (typeof who === "string") await settings.who.setValue(who.slice(0, 200));
  const own = keys.safeParse(ownKeys);
  if (own.success) await settings.ownKeys.setValue(own.data);
  const lessons = adjustmentSchema.safeParse(learned);
  if (lessons.success) await settings.learned.setValue(lessons.data);
  if (typeof letterKeys === "boolean") await settings.letterKeys.setValue(letterKeys);
  if (typeof secondReader === "boolean") await settings.secondReader.setValue(secondReader);
}
