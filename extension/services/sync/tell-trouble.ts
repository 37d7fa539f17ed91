import { liveQuery } from "dexie";
import type { PlumblineDb } from "../../db";
import { TROUBLE_WORDS } from "./wording";

/** Says once, wherever it comes up, what keeps decisions from the workbook and where that can be mended, until `ends`. */
export function tellTrouble(db: PlumblineDb, say: (words: string) => void, ends: AbortSignal): void {
  let told: string | undefined;
  const subscription = liveQuery(() => db.sync.get("workbook")).subscribe({
    next: (state) => {
      const trouble = state?.trouble;
      if (trouble && trouble !== told)
        say(`${TROUBLE_WORDS[trouble].title} Nothing is lost; see Settings, “Your team's workbook”.`);
      told = trouble;
    },
    // The panel itself says what is wrong with the store.
    error: () => {},
  });
  ends.addEventListener("abort", () => subscription.unsubscribe());
}
