import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";
import { createTagger, type Decision, inOrder, type Notes, plcRubric, type Tag } from "../../../core/index";
import { placeOfUrl } from "../../../extension/place";
import type { DecisionDraft, DocumentReading } from "../../../extension/protocol";
import { documentFromNotes } from "../../replica/document";
import { axeOn } from "../axe";
import type { Chromium } from "../chromium";
import type { Editor } from "../editor";

const tagger = createTagger(plcRubric);

/** What the page may reach of the extension's interface. */
declare const chrome: {
  readonly runtime: { sendMessage(message: unknown): Promise<{ readonly res: { readonly ok: boolean } }> };
  readonly storage: { readonly local: { clear(): Promise<void>; set(values: object): Promise<void> } };
};

export { axeOn };

/** Notes of a meeting with tags of several dimensions and stances, and with lines that have none. */
export const MEETING: Notes = {
  title: "Grade 4 team",
  lines: [
    { kind: "heading", text: "Grade 4 team, Nov 19 2025", depth: 1 },
    { kind: "bullet", text: "Went through our norms; Tomás took one voice at a time" },
    { kind: "bullet", text: "Bus 6 runs ten minutes late till the bridge is done" },
    { kind: "heading", text: "Exit tickets", depth: 2 },
    { kind: "bullet", text: "Sorted all 94 exit tickets on fractions: 37 got it, 29 close, 28 not yet" },
    { kind: "bullet", text: "Looked at the close pile together, nearly all write 5/4 as 4/5" },
    { kind: "bullet", text: "Roz tried strips, Cilla the floor line; compared what each of us did" },
    { kind: "heading", text: "Next", depth: 2 },
    { kind: "bullet", text: "Deepa visits Cilla's room Thursday to watch the floor line" },
    { kind: "bullet", text: "We never got back to the reading goal from October" },
  ],
};

/** An agenda of an hour with nothing that closes it. */
export const AGENDA: Notes = {
  title: "Agenda Dec 3",
  lines: [
    { kind: "heading", text: "Agenda, Grade 4 team, Dec 3 2025, 60 min", depth: 1 },
    { kind: "bullet", text: "Look at exit tickets from Tuesday (10 min) – Roz", depth: 0 },
    { kind: "bullet", text: "Buses, picture day, fire drill (20 min)", depth: 0 },
    { kind: "bullet", text: "Plan the fractions unit together (20 min)", depth: 0 },
  ],
};

/** The tags that the core gives these notes, line by line. */
export const tagsOf = (notes: Notes): readonly (readonly Tag[])[] => tagger.tag(notes).tags;

/** A document as its page would hand it over. */
export function readingOf(notes: Notes, document: string, extra: Partial<DocumentReading> = {}): DocumentReading {
  const { tags, type } = tagger.tag(notes);
  return {
    document,
    tab: "",
    title: notes.title ?? "",
    ...(notes.date === undefined ? {} : { date: notes.date }),
    type,
    rubric: "plc@1.0.0",
    way: { text: "annotated", marks: "annotated" },
    lines: notes.lines.map((line, at) => ({ ...line, tags: tags[at] ?? [] })),
    ...extra,
  };
}

/** The side panel, opened as a page of its own beside a document. */
export class PanelPage {
  /** `document` is the id of the document beside it; "" where there is none. */
  constructor(
    readonly page: Page,
    readonly document = "",
  ) {}

  /** Opens a document and the panel on it, read live. */
  static async beside(browser: Chromium, notes: Notes = MEETING): Promise<{ panel: PanelPage; editor: Editor }> {
    await forgetAll(browser);
    const editor = await browser.open(documentFromNotes(notes));
    const panel = await PanelPage.open(browser, placeOfUrl(editor.page.url())?.document);
    await panel.line(/./).first().waitFor();
    return { panel, editor };
  }

  /** The panel beside a document of which a person has accepted a suggestion; `shown` gives the lines as they read now. */
  static async answered(browser: Chromium) {
    const { panel, editor } = await PanelPage.beside(browser);
    await panel.press("n", "a");
    await panel.chip("SB1", "agreed").waitFor();
    const shown = () => panel.lines.allTextContents();
    const before = await shown();
    expect(before.length).toBeGreaterThan(3);
    return { panel, editor, shown, before, way: panel.page.locator(".way") };
  }

  static async open(browser: Chromium, document?: string): Promise<PanelPage> {
    const page = await browser.extensionPage("sidepanel.html");
    await page.setViewportSize({ width: 360, height: 800 });
    return new PanelPage(page, document);
  }

  /** Hands a document to the background as its page would. */
  async keep(reading: DocumentReading): Promise<void> {
    expect(await this.hand(reading)).toBe(true);
  }

  /** Hands a document to the background, and tells whether it was kept. */
  async hand(reading: DocumentReading): Promise<boolean> {
    const answer = await this.page.evaluate(
      (data) => chrome.runtime.sendMessage({ type: "documentRead", id: 1, timestamp: Date.now(), data }),
      reading,
    );
    return answer.res.ok;
  }

  /** Hands decisions to the background as a panel would. */
  async decide(drafts: readonly DecisionDraft[]): Promise<void> {
    const answer = await this.page.evaluate(
      (data) => chrome.runtime.sendMessage({ type: "decide", id: 2, timestamp: Date.now(), data }),
      drafts,
    );
    expect(answer).toMatchObject({ res: { ok: true } });
  }

  press(...keys: readonly string[]): Promise<void> {
    return keys.reduce((before, key) => before.then(() => this.page.keyboard.press(key)), Promise.resolve());
  }

  line(text: string | RegExp): Locator {
    return this.page.locator(".line").filter({ hasText: text });
  }

  get lines(): Locator {
    return this.page.locator(".line");
  }

  chip(code: string, state?: string): Locator {
    return this.page.locator(`.chip[data-code="${code}"]${state ? `[data-state="${state}"]` : ""}`);
  }

  /** The state of the first tag with this code, once it is there: "found" or "suggested" while nobody has answered it. */
  async stateOf(code: string): Promise<string> {
    return (await this.chip(code).first().getAttribute("data-state")) ?? "";
  }

  get selected(): Locator {
    return this.page.locator('.chip[aria-pressed="true"]');
  }

  get said(): Locator {
    return this.page.locator(".said");
  }

  /** What axe finds wrong, in one line each. */
  async axe(): Promise<string[]> {
    return axeOn(this.page);
  }

  /** The decisions on this document as they are kept, oldest first. */
  async decisions(): Promise<Decision[]> {
    const all = await this.rows<Decision>("decisions");
    return all.filter(({ document }) => document === this.document).sort(inOrder);
  }

  /** Ids of the decisions that were neither sent to the workbook nor copied for it. */
  async unsent(): Promise<string[]> {
    const waiting = await this.rows<{ id: string; copied?: true }>("outbox");
    return waiting.filter(({ copied }) => !copied).map(({ id }) => id);
  }

  rows<Row>(table: "decisions" | "outbox" | "documents" | "lines" | "readings"): Promise<Row[]> {
    return this.page.evaluate(
      (name) =>
        new Promise<Row[]>((resolve, reject) => {
          const open = indexedDB.open("plumbline");
          open.onerror = () => reject(open.error);
          open.onsuccess = () => {
            const all = open.result.transaction(name).objectStore(name).getAll();
            all.onsuccess = () => {
              open.result.close();
              resolve(all.result as Row[]);
            };
          };
        }),
      table,
    );
  }
}

/** Empties the store and the settings, so that no test leans on another. */
export async function forgetAll(browser: Chromium): Promise<void> {
  const page = await browser.extensionPage("options.html");
  await page.evaluate(async () => {
    await chrome.storage.local.clear();
    await new Promise<void>((resolve, reject) => {
      const open = indexedDB.open("plumbline");
      open.onerror = () => reject(open.error);
      open.onsuccess = () => {
        const database = open.result;
        const names = [...database.objectStoreNames];
        const work = names.length > 0 ? database.transaction(names, "readwrite") : undefined;
        for (const name of names) work?.objectStore(name).clear();
        const done = () => {
          database.close();
          resolve();
        };
        if (work) work.oncomplete = done;
        else done();
      };
    });
  });
  await page.close();
}
