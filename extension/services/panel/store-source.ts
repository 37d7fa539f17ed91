import { computed, effect, type ReadonlySignal, signal } from "@preact/signals";
import { browser } from "wxt/browser";
import { plcRubric } from "../../../core/index";
import { ask, askToDecide } from "../../ask";
import type { PlumblineDb, StoredDocument } from "../../db";
import { samePlace } from "../../place";
import type { Place, Result, RubricInForce, Trouble } from "../../protocol";
import * as settings from "../../settings";
import { DOCUMENTS } from "../open-documents";
import { rubricInForce } from "../rubric-in-force";
import { answered, troubleOf } from "../store/trouble";
import { followPage } from "./follow-page";
import { follow, followSetting } from "./live";
import { createDocumentReader } from "./open-document";
import type { OpenedDocument, PanelSource, Showing } from "./source";
import { waitingDecisions } from "./waiting-decisions";

/** The panel's source in the extension: the store of this computer, and the open document's page. */
export function createStoreSource(db: PlumblineDb, ends: AbortSignal): PanelSource {
  const { page, look } = followPage((at) => isMissing(db, at), ends);
  const chosen = signal<Place>();
  const trouble = signal<Trouble>();
  const failed = (error: unknown) => {
    trouble.value = troubleOf(error);
  };
  const place = computed(() => chosen.value ?? (page.value.is === "open" ? page.value.place : undefined));
  const opened = followPlace(db, place, { failed, ends });
  const hiddenDocuments = followSetting(settings.hiddenDocuments, ends);
  const tabId = () => (page.value.is === "open" ? page.value.tabId : -1);

  const showing = computed((): Showing => {
    if (trouble.value) return { is: "trouble", trouble: trouble.value };
    const { value: now } = page;
    const open = now.is === "open" && place.value !== undefined && samePlace(now.place, place.value);
    const here = opened.value;
    const notKept = open ? now.trouble : undefined;
    if (here && place.value && samePlace(here.about, place.value))
      return { is: "ready", document: here, live: open && now.answers, silent: open && !now.answers, trouble: notKept };
    if (notKept) return { is: "trouble", trouble: notKept };
    if (chosen.value) return { is: "loading" };
    if (now.is === "no permission") return { is: "no permission" };
    if (now.is === "none") return { is: "no document" };
    return now.is === "open" && !now.answers ? { is: "not reached" } : { is: "loading" };
  });

  return {
    showing,
    kept: follow(() => db.documents.orderBy("readAt").reverse().toArray(), {
      start: [] as readonly StoredDocument[],
      failed,
      ends,
    }),
    rubric: followRubric(ends),
    who: followSetting(settings.who, ends),
    hiddenDimensions: followSetting(settings.hiddenDimensions, ends),
    marksShown: computed(() => !hiddenDocuments.value.includes(place.value?.document ?? "")),
    earlier: (than) => answered(() => othersThan(db, than)),
    decide: async (drafts) => {
      const answer = await askToDecide(drafts);
      const others = (await waitingDecisions.getValue()).filter(({ id }) => drafts.every((draft) => draft.id !== id));
      // Of several, those that can never be kept are not known yet.
      const settled = answer.ok || (answer.error.code === "refused" && drafts.length === 1);
      await waitingDecisions.setValue(settled ? others : [...others, ...drafts]);
      return answer;
    },
    waiting: () => waitingDecisions.getValue(),
    seen: async ({ document, tab }, line) => {
      await ask("seen", { document, tab, line });
    },
    reveal: (at, line, text) => ask("reveal", { ...at, line, text }, tabId()),
    toggleMarks: () => ask("showMarks", {}, tabId()).then(withoutValue),
    caretLine: () => ask("caretLine", undefined, tabId()),
    choose: (at) => {
      const { value: now } = page;
      // Whoever is led back to the open document goes with the browser again.
      chosen.value = at && now.is === "open" && samePlace(now.place, at) ? undefined : at;
    },
    // Must follow the click with nothing awaited before it.
    askPermission: () => browser.permissions.request({ origins: [DOCUMENTS] }).then(look),
    reloadPage: async () => {
      await browser.tabs.reload(tabId());
    },
  };
}

function followPlace(
  db: PlumblineDb,
  place: ReadonlySignal<Place | undefined>,
  { failed, ends }: { failed(error: unknown): void; ends: AbortSignal },
): ReadonlySignal<OpenedDocument | undefined> {
  const opened = signal<OpenedDocument>();
  const stop = effect(() => {
    const at = place.value;
    if (!at) return;
    const read = createDocumentReader(db);
    const left = new AbortController();
    const now = follow(() => read(at), { start: undefined, failed, ends: left.signal });
    const pass = effect(() => {
      opened.value = now.value;
    });
    return () => {
      pass();
      left.abort();
    };
  });
  ends.addEventListener("abort", stop);
  return opened;
}

function followRubric(ends: AbortSignal): ReadonlySignal<RubricInForce> {
  const now = signal<RubricInForce>({ rubric: plcRubric, model: "none", level: "none" });
  const renew = async () => {
    now.value = await rubricInForce();
  };
  for (const item of [settings.ownRubric, settings.model, settings.level])
    ends.addEventListener(
      "abort",
      item.watch(() => void renew()),
    );
  void renew();
  return now;
}

/** A document that is open has gone from the store where everything was deleted, or where the browser cleared it. */
async function isMissing(db: PlumblineDb, { document, tab }: Place): Promise<boolean> {
  const there = await answered(() => db.documents.where("[document+tab]").equals([document, tab]).count());
  return there.ok && there.value === 0;
}

async function othersThan(db: PlumblineDb, than: Place): Promise<readonly OpenedDocument[]> {
  const documents = (await db.documents.toArray()).filter((about) => !samePlace(about, than));
  const read = createDocumentReader(db);
  const all: OpenedDocument[] = [];
  for (const about of documents) {
    const opened = await read(about);
    if (opened) all.push(opened);
  }
  return all;
}

const withoutValue = (answer: Result<unknown>): Result<void> => (answer.ok ? { ok: true, value: undefined } : answer);
