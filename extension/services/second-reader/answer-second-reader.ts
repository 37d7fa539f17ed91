import type { Tag } from "../../../core/index";
import type { PlumblineDb } from "../../db";
import { onMessage, type SecondRequest } from "../../protocol";
import { secondReader } from "../../settings";
import { answered, StoreTrouble } from "../store/trouble";
import { askWorker, type Door } from "./ask-worker";
import { requestSchema } from "./boundary";
import { forgetUnseen, keepReadings, keptReadings, keyOf } from "./kept-readings";
import { recipeInForce } from "./recipe";

/**
 * Answers pages that want lines read a second time. What was read before is not read again. Holds nothing that would be missed
 * when the background is stopped: the page asks again, and at worst a few lines are read twice.
 */
export function answerSecondReader(db: PlumblineDb, door: Door): void {
  onMessage("readAgain", ({ data }) => answered(() => readAgain(db, door, data)));
  secondReader.watch((on) => {
    if (!on) void door.shut();
  });
}

/** What the second reader says of each line, in their order; null where only what is kept is wanted, and nothing is. Throws `StoreTrouble`. */
export async function readAgain(db: PlumblineDb, door: Door, asked: SecondRequest): Promise<(readonly Tag[] | null)[]> {
  const request = requestSchema.safeParse(asked);
  if (!request.success) throw new StoreTrouble({ code: "unreadable", message: "These lines cannot be read again." });
  if (!(await secondReader.getValue()))
    throw new StoreTrouble({ code: "absent", message: "The second reader is switched off under Settings." });
  const { lines, wish, forget } = request.data;
  const recipe = await recipeInForce();
  const keys = await Promise.all(lines.map((line) => keyOf(recipe.id, line)));
  const now = Date.now();
  const tags = await keptReadings(db, keys, now);
  if (forget !== undefined) await forgetUnseen(db, request.data, forget);
  if (wish === "read") {
    const missing = lines.flatMap((line, at) => (tags[at] ? [] : [{ line, at, key: keys[at] as string }]));
    if (missing.length > 0) {
      const read = await askWorker(whileOn(door), { recipe, lines: missing.map(({ line }) => line) });
      missing.forEach(({ at }, n) => {
        tags[at] = read[n];
      });
      const readings = missing.map(({ key }, n) => ({ key, tags: read[n] ?? [] }));
      // Where there is no room to keep it, it is read again another time.
      await keepReadings(db, request.data, readings, now).catch(() => {});
    }
  }
  return tags.map((found) => found ?? null);
}

/** A worker that was ended because someone switched the reader off is not started again for what was still under way. */
const whileOn = (door: Door): Door => ({
  pass: async (work, port) => {
    if (!(await secondReader.getValue())) throw new Error("It was switched off.");
    return door.pass(work, port);
  },
  shut: () => door.shut(),
});
