import { storage } from "wxt/utils/storage";
import type { DecisionDraft } from "../../protocol";

/** Decisions for which there was no room: while the disk is full, there is still some in the browser's memory. Gone when that closes. */
export const waitingDecisions = storage.defineItem<readonly DecisionDraft[]>("session:waitingDecisions", {
  fallback: [],
});
