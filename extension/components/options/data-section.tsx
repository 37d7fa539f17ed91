import { useComputed, useSignal } from "@preact/signals";
import { useMemo, useRef } from "preact/hooks";
import { ask } from "../../ask";
import { db, type StoredDocument } from "../../db";
import { placeOfUrl } from "../../place";
import type { Place } from "../../protocol";
import { deleteAll, deleteDocument } from "../../services/backup/delete-kept";
import { exportAll } from "../../services/backup/export-all";
import { importAll } from "../../services/backup/import-all";
import { readBackup } from "../../services/backup/read-backup";
import { openDocuments } from "../../services/open-documents";
import { follow } from "../../services/panel/live";
import { count, dayInWords } from "../../services/panel/wording";
import { decisionsInPlace } from "../../services/store/placements";
import { answered, troubleOf } from "../../services/store/trouble";
import { download } from "./download";

/** Export, import and delete what is kept. */
export function DataSection() {
  const said = useSignal("");
  const problem = useSignal("");
  const sure = useRef<HTMLDialogElement>(null);
  const kept = useMemo(
    () =>
      follow(() => db.documents.orderBy("readAt").reverse().toArray(), {
        start: [] as readonly StoredDocument[],
        failed: (error) => {
          problem.value = troubleOf(error).message;
        },
        ends: new AbortController().signal,
      }),
    [problem],
  );
  const doing = async (work: () => Promise<string>) => {
    said.value = "";
    problem.value = "";
    const answer = await answered(work);
    if (answer.ok) said.value = answer.value;
    else problem.value = answer.error.message;
  };
  const bringIn = (file: File | undefined) =>
    file &&
    doing(async () => {
      const backup = readBackup(await file.text());
      if (!backup.ok) {
        problem.value = backup.error.message;
        return "";
      }
      const { documents, decisions, places } = await importAll(db, backup.value);
      await tellOpenPages(places);
      return `Imported: ${count(documents, "document")} and ${count(decisions, "decision")} that were not here yet. Settings were taken over.`;
    });
  const names = useComputed(() => kept.value.map(({ title }) => title || "Untitled document"));
  return (
    <section aria-labelledby="data">
      <h2 id="data">Export, import, delete</h2>
      <div class="row">
        <button
          type="button"
          onClick={() =>
            void doing(async () => {
              const today = new Date().toISOString().slice(0, 10);
              download(`plumbline-${today}.json`, await exportAll(db));
              return "Everything is in the file that was saved. Keep it where only you and your team can open it.";
            })
          }
        >
          Export everything
        </button>
        <label class="file">
          Import a file
          <input
            type="file"
            accept=".json,application/json"
            onChange={(event) => {
              void bringIn(event.currentTarget.files?.[0]);
              event.currentTarget.value = "";
            }}
          />
        </label>
        <button type="button" onClick={() => sure.current?.showModal()}>
          Delete everything…
        </button>
      </div>
      <p role="status">{said.value}</p>
      {problem.value && (
        <p class="notice" role="alert">
          {problem.value}
        </p>
      )}
      <details>
        <summary>{count(kept.value.length, "document")} kept</summary>
        <ul class="kept-list">
          {kept.value.map(({ document, tab, date, readAt }, n) => (
            <li key={`${document} ${tab}`} class="row">
              <span>
                <bdi>{names.value[n]}</bdi>{" "}
                <span class="small quiet">{dayInWords(date ?? new Date(readAt).toISOString().slice(0, 10))}</span>
              </span>
              <button
                type="button"
                aria-label={`Delete ${names.value[n]} with what was decided on it`}
                onClick={() =>
                  void doing(async () => {
                    await deleteDocument(db, { document, tab });
                    await tellOpenPages([{ document, tab }]);
                    return `“${names.value[n]}” and what was decided on it are deleted here. The Google Doc is as it was.`;
                  })
                }
              >
                Delete
              </button>
            </li>
          ))}
        </ul>
      </details>
      <dialog ref={sure} class="sure" aria-labelledby="sure-title">
        <h3 id="sure-title">Delete everything?</h3>
        <p>
          All lines, decisions, notes and settings that Plumbline keeps on this computer go. Your Google Docs and your
          team's workbook stay as they are. This cannot be taken back, unless you export first.
        </p>
        <div class="row">
          <button type="button" onClick={() => sure.current?.close()}>
            Keep everything
          </button>
          <button
            type="button"
            class="main"
            onClick={() => {
              sure.current?.close();
              void doing(async () => {
                const places = kept.value.map(({ document, tab }) => ({ document, tab }));
                await deleteAll(db);
                await tellOpenPages(places);
                return "Everything is deleted. A document that is open is read again when it changes, or when the panel shows it.";
              });
            }}
          >
            Delete everything
          </button>
        </div>
      </dialog>
    </section>
  );
}

/** Tells the pages of these places what is decided on them now. */
async function tellOpenPages(places: readonly Place[]): Promise<void> {
  for (const { id, url } of await openDocuments()) {
    const open = placeOfUrl(url);
    const place = places.find(({ document, tab }) => document === open?.document && tab === open.tab);
    if (place) await ask("decisionsChanged", { ...place, decisions: await decisionsInPlace(db, place) }, id);
  }
}
