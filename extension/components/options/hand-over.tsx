import { db } from "../../db";
import { tellPages } from "../../services/keeper";
import { copyDecisions } from "../../services/panel/copy-decisions";
import { count } from "../../services/panel/wording";
import { answered } from "../../services/store/trouble";
import type { Said } from "../../services/sync/desk";
import { decisionsFile, handIn, newDecisions, noteHandedOver } from "../../services/sync/hand-over";
import { download } from "./download";
import type { Doing } from "./workbook-section";

/** Larger files are none of decisions, and would hold up the page. */
const MOST_BYTES = 50_000_000;

/** Without signing in: rows for the clipboard, a file, and decisions that came by file. */
export function HandOver({ waiting, doing }: { readonly waiting: number; readonly doing: Doing }) {
  return (
    <div class="field">
      <h3>By hand</h3>
      <p class="small quiet">
        {waiting === 0
          ? "Every decision was sent or handed over."
          : `${count(waiting, "decision")} not handed over yet.`}{" "}
        Paste what you copy below the last row of the Decisions sheet. Doing it twice changes nothing.
      </p>
      <div class="row">
        <button type="button" onClick={() => void doing(copy)}>
          Copy new decisions
        </button>
        <button type="button" onClick={() => void doing(save)}>
          Save new decisions
        </button>
        <label class="file">
          Bring in decisions
          <input
            type="file"
            accept=".tsv,.csv,.txt,text/csv,text/tab-separated-values"
            onChange={(event) => {
              const file = event.currentTarget.files?.[0];
              if (file) void doing(() => bringIn(file));
              event.currentTarget.value = "";
            }}
          />
        </label>
      </div>
    </div>
  );
}

const said = (words: string, steps: readonly string[] = []): Said => ({ words, steps });

const copy = async (): Promise<Said> => said(await copyDecisions(db, (text) => navigator.clipboard.writeText(text)));

async function save(): Promise<Said> {
  const answer = await answered(async () => {
    const decisions = await newDecisions(db);
    if (decisions.length === 0) return said("Every decision was handed over before; there is nothing new to save.");
    const day = new Date().toISOString().slice(0, 10);
    download(`plumbline-decisions-${day}.tsv`, decisionsFile(decisions), "text/tab-separated-values");
    await noteHandedOver(db, decisions);
    return said(
      `${count(decisions.length, "decision")} saved. A colleague can bring the file in here, or import it into the workbook.`,
    );
  });
  return answer.ok ? answer.value : said(answer.error.message);
}

async function bringIn(file: File): Promise<Said> {
  if (file.size > MOST_BYTES) return said("This file is too large to be a file of decisions. Nothing was changed.");
  const answer = await answered(async () => handIn(db, await file.text()));
  if (!answer.ok) return said(answer.error.message);
  const { fresh, known, bad, places } = answer.value;
  await tellPages(db, places);
  if (fresh + known === 0)
    return said(
      "There are no decisions in this file. Choose one that was saved here, or the Decisions sheet downloaded as CSV. Nothing was changed.",
    );
  return said(
    `${count(fresh, "decision")} brought in${known > 0 ? `; ${known} were here already` : ""}.`,
    bad.slice(0, 5).map(({ row, problem }) => `Row ${row} was left out: ${problem}`),
  );
}
