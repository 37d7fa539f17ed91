import { useMemo } from "preact/hooks";
import { db, type SyncState } from "../../db";
import { follow } from "../../services/panel/live";
import { count } from "../../services/panel/wording";
import type { Desk } from "../../services/sync/desk";
import { TROUBLE_WORDS } from "../../services/sync/wording";
import type { ChosenWorkbook } from "../../services/sync/workbook/choose-workbook";
import type { Doing } from "./workbook-section";

interface Props {
  readonly workbook: ChosenWorkbook;
  readonly desk: Desk;
  readonly doing: Doing;
  readonly busy: boolean;
}

/** Rows named at most; the others are counted. */
const NAMED = 5;

/** How it stands with the workbook: what waits, what was last sent, what keeps it, and which rows cannot be read. */
export function WorkbookState({ workbook, desk, doing, busy }: Props) {
  const { state, waiting } = useMemo(followState, []);
  const { trouble, lastDone, failures = 0, bad = [] } = state.value ?? {};
  const waits = waiting.value === 0 ? "Nothing waits." : `${count(waiting.value, "decision")} waiting to be sent.`;
  return (
    <div class="field workbook">
      <p>
        <a href={`https://docs.google.com/spreadsheets/d/${workbook.id}/edit`} target="_blank" rel="noreferrer">
          <bdi>{workbook.title || "The workbook"}</bdi>
        </a>
      </p>
      <p class="small">
        {waits}
        {lastDone !== undefined && ` Last in step on ${new Date(lastDone).toLocaleString()}.`}
        {failures > 0 && " Google could not be reached just now; Plumbline tries again by itself."}
      </p>
      {trouble && (
        <div class="notice" role="alert">
          <p>{TROUBLE_WORDS[trouble].title} What you decided waits here.</p>
          <ol class="steps">
            {TROUBLE_WORDS[trouble].steps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
        </div>
      )}
      {bad.length > 0 && (
        <details>
          <summary>{count(bad.length, "row")} of the Decisions sheet could not be read</summary>
          <ul class="faults small">
            {bad.slice(0, NAMED).map(({ row, problem }) => (
              <li key={row}>
                Row {row}: {problem}
              </li>
            ))}
            {bad.length > NAMED && <li>{bad.length - NAMED} more.</li>}
          </ul>
          <p class="small quiet">They stay as they are; mend them in the workbook if they matter.</p>
        </details>
      )}
      <div class="row">
        <button type="button" class="main" disabled={busy} onClick={() => void doing(desk.sendNow)}>
          Send now
        </button>
        {trouble === "sign in" && (
          <button type="button" disabled={busy} onClick={() => void doing(desk.signIn)}>
            Sign in with Google
          </button>
        )}
        {trouble === "no sheet" && (
          <button type="button" disabled={busy} onClick={() => void doing(desk.addSheet)}>
            Add the Decisions sheet
          </button>
        )}
      </div>
    </div>
  );
}

function followState() {
  const ends = new AbortController().signal;
  const failed = () => {};
  return {
    state: follow(() => db.sync.get("workbook"), { start: undefined as SyncState | undefined, failed, ends }),
    waiting: follow(() => db.outbox.count(), { start: 0, failed, ends }),
  };
}
