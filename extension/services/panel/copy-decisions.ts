import { decisionToRow } from "../../../core/index";
import type { PlumblineDb } from "../../db";
import { answered } from "../store/trouble";
import { count } from "./wording";

/**
 * Puts the decisions that the team's workbook has not been given yet on the clipboard, as rows to paste into its Decisions
 * sheet, and says so. They count as given then; pasting rows twice changes nothing, since each carries its id.
 */
export async function copyDecisions(db: PlumblineDb, write: (text: string) => Promise<void>): Promise<string> {
  const answer = await answered(async () => {
    const ids = (await db.outbox.toArray()).map(({ id }) => id);
    const decisions = (await db.decisions.bulkGet(ids)).filter((decision) => decision !== undefined);
    if (decisions.length === 0) return "Every decision was copied before; there is nothing new to paste.";
    await write(decisions.map((decision) => decisionToRow(decision).map(cellText).join("\t")).join("\n"));
    await db.outbox.bulkDelete(ids);
    return `${count(decisions.length, "decision")} copied: paste them below the last row of the Decisions sheet.`;
  });
  return answer.ok ? answer.value : "The clipboard could not be written. Click into the panel, then try again.";
}

/** A cell as a sheet takes it from the clipboard: never a formula, and on one row whatever line ends it holds. */
function cellText(text: string): string {
  const plain = text.replace(/[\t\r\n\v\f]+/g, " ");
  return /^[=+\-@']/.test(plain) ? `'${plain}` : plain;
}
