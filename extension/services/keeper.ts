import type { Decision } from "../../core/index";
import { ask } from "../ask";
import type { PlumblineDb } from "../db";
import { placeOfUrl } from "../place";
import { onMessage } from "../protocol";
import { who } from "../settings";
import { openDocuments } from "./open-documents";
import { rubricInForce, rubricName } from "./rubric-in-force";
import { keepDecisions } from "./store/keep-decisions";
import { keepChange, keepReading } from "./store/keep-document";
import { answered } from "./store/trouble";

/** Answers every message that reads or writes the store. Keeps nothing in memory: the worker may be stopped at any time. */
export function answerMessages(db: PlumblineDb): void {
  onMessage("documentRead", ({ data }) => answered(() => keepReading(db, data, Date.now())));
  onMessage("documentChanged", ({ data }) => answered(() => keepChange(db, data, Date.now())));
  onMessage("rubricInForce", () => answered(rubricInForce));
  onMessage("decide", async ({ data }) => {
    const answer = await answered(async () => {
      const { rubric } = await rubricInForce();
      await db.rubrics.put({ name: rubricName(rubric), rubric });
      return keepDecisions(db, data, { who: await who.getValue(), now: new Date(), rubric: rubricName(rubric) });
    });
    if (answer.ok) void tellPages(answer.value);
    return answer;
  });
}

/** Tells every page that shows one of these documents what is now decided on it. */
async function tellPages(decisions: readonly Decision[]): Promise<void> {
  for (const { id, url } of await openDocuments()) {
    const place = placeOfUrl(url);
    const here = decisions.filter(({ document, tab }) => document === place?.document && tab === place.tab);
    if (place && here.length) await ask("decisionsChanged", { ...place, decisions: here }, id);
  }
}
