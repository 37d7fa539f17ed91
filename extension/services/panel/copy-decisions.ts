import type { PlumblineDb } from "../../db";
import { answered } from "../store/trouble";
import { newDecisions, noteHandedOver, rowsToPaste } from "../sync/hand-over";
import { count } from "./wording";

/**
 * Puts the decisions that were not handed to the team yet on the clipboard, as rows to paste into the workbook's Decisions
 * sheet, and says so. Pasting rows twice changes nothing, since each carries its id.
 */
export async function copyDecisions(db: PlumblineDb, write: (text: string) => Promise<void>): Promise<string> {
  const answer = await answered(async () => {
    const decisions = await newDecisions(db);
    if (decisions.length === 0) return "Every decision was copied before; there is nothing new to paste.";
    await write(rowsToPaste(decisions));
    await noteHandedOver(db, decisions);
    return `${count(decisions.length, "decision")} copied: paste ${decisions.length === 1 ? "it" : "them"} below the last row of the Decisions sheet.`;
  });
  return answer.ok ? answer.value : "The clipboard could not be written. Click into the panel, then try again.";
}
