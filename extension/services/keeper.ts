import { ask } from "../ask";
import type { PlumblineDb } from "../db";
import { placeOfUrl, samePlace } from "../place";
import { onMessage, type Place } from "../protocol";
import { who } from "../settings";
import { openDocuments } from "./open-documents";
import { rubricInForce, rubricName } from "./rubric-in-force";
import { keepDecisions } from "./store/keep-decisions";
import { keepChange, keepReading } from "./store/keep-document";
import { decisionsInPlace } from "./store/placements";
import { answered } from "./store/trouble";

/** Answers every message that reads or writes the store. Keeps nothing in memory: the worker may be stopped at any time. `decided` hears of new decisions. */
export function answerMessages(db: PlumblineDb, decided: () => void = () => {}): void {
  onMessage("documentRead", ({ data }) => answered(() => keepReading(db, data, Date.now())));
  onMessage("documentChanged", ({ data }) => answered(() => keepChange(db, data, Date.now())));
  onMessage("rubricInForce", () => answered(rubricInForce));
  onMessage("seen", ({ data: { document, tab, line } }) =>
    answered(async () => void (await db.documents.update([document, tab], { seenLine: line }))),
  );
  onMessage("decide", async ({ data }) => {
    const answer = await answered(async () => {
      const { rubric } = await rubricInForce();
      const name = rubricName(rubric);
      await db.rubrics.put({ name, rubric });
      return keepDecisions(db, data, { who: await who.getValue(), now: new Date(), rubric: name });
    });
    if (!answer.ok) return answer;
    void tellPages(db, answer.value);
    decided();
    return { ok: true, value: undefined };
  });
}

/** Tells every page that shows one of these places what is now decided on it. */
export async function tellPages(db: PlumblineDb, places: readonly Place[]): Promise<void> {
  for (const { id, url } of await openDocuments()) {
    const open = placeOfUrl(url);
    const place = places.find((changed) => open && samePlace(changed, open));
    if (place) await ask("decisionsChanged", { ...place, decisions: await decisionsInPlace(db, place) }, id);
  }
}
