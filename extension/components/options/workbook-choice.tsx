import { useSignal } from "@preact/signals";
import type { Desk } from "../../services/sync/desk";
import type { Doing } from "./workbook-section";

interface Props {
  /** Whether there is a workbook already. */
  readonly chosen: boolean;
  readonly desk: Desk;
  readonly doing: Doing;
  readonly busy: boolean;
}

/** Makes a new workbook, or takes the one that a colleague made. */
export function WorkbookChoice({ chosen, desk, doing, busy }: Props) {
  const link = useSignal("");
  const ways = (
    <>
      <form
        class="field"
        onSubmit={(event) => {
          event.preventDefault();
          void doing(() => desk.useWorkbook(link.value));
        }}
      >
        <label for="workbook-link">My team has one already: its link</label>
        <div class="row">
          <input
            id="workbook-link"
            type="text"
            inputMode="url"
            autocomplete="off"
            placeholder="https://docs.google.com/spreadsheets/d/…"
            value={link.value}
            onInput={(event) => {
              link.value = event.currentTarget.value;
            }}
          />
          <button type="submit" disabled={busy || !link.value.trim()}>
            Use this workbook
          </button>
        </div>
      </form>
      <div class="field">
        <div class="row">
          <button
            type="button"
            disabled={busy}
            onClick={() => void doing(() => desk.makeWorkbook("Plumbline: our coverage"))}
          >
            Make a new workbook
          </button>
          {chosen && (
            <button type="button" disabled={busy} onClick={() => void doing(desk.sendAll)}>
              Send everything decided here once more
            </button>
          )}
        </div>
        <p class="small quiet">
          A new one lies in your Google Drive; share it there with your team as editors. The Plumbline add-on fills in
          its other sheets.
          {chosen && " “Send everything” is for a new workbook in place of a lost one; nothing is ever counted twice."}
        </p>
      </div>
    </>
  );
  if (!chosen) return ways;
  return (
    <details>
      <summary>Use another workbook</summary>
      <div class="choice">{ways}</div>
    </details>
  );
}
