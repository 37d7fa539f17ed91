import { expect } from "vitest";
import type { Decision } from "../../../core/index";
import { MEETING } from "../panel/panel-page";

declare const chrome: {
  readonly runtime: { sendMessage(message: unknown): Promise<unknown> };
  readonly storage: { readonly local: { get(key: string): Promise<{ readonly account?: object | null }> } };
};

/** What it takes of a browser to work on the extension's settings page. */
export interface PageWay {
  /** Runs a function in the page; arguments and result travel as JSON. */
  run<Args extends readonly unknown[], Result>(act: (...args: Args) => Result, ...args: Args): Promise<Awaited<Result>>;
  /** Clicks as a person does. */
  click(css: string): Promise<void>;
}

const SECTION = 'section[aria-labelledby="workbook"]';

/** The settings page with “Your team's workbook”, as a person meets it in either browser. */
export class SettingsPage {
  constructor(readonly way: PageWay) {}

  /** Presses a button of the section once it can be pressed. */
  async press(name: string): Promise<void> {
    const mark = `pressed-${name.replace(/\W+/g, "-")}`;
    const found = () =>
      this.way.run(
        (section, text, id) => {
          const button = [...document.querySelectorAll<HTMLButtonElement>(`${section} button`)].find(
            (each) => each.textContent?.trim() === text && !each.disabled,
          );
          // A button that lies in something folded cannot be pressed.
          button?.closest("details")?.setAttribute("open", "");
          for (const old of document.querySelectorAll(`[data-pressed="${id}"]`)) old.removeAttribute("data-pressed");
          button?.setAttribute("data-pressed", id);
          return button !== undefined;
        },
        SECTION,
        name,
        mark,
      );
    await expect.poll(found, { message: `a button “${name}” that can be pressed` }).toBe(true);
    await this.way.click(`[data-pressed="${mark}"]`);
  }

  /** Whether somebody is signed in, as the extension has it kept: the page itself may not have looked yet. */
  isSignedIn(): Promise<boolean> {
    return this.way.run(async () => Boolean((await chrome.storage.local.get("account")).account));
  }

  /** The words of the section. */
  words(): Promise<string> {
    return this.way.run((css) => document.querySelector<HTMLElement>(css)?.innerText ?? "", SECTION);
  }

  /** Waits until the section says something. */
  async says(words: string): Promise<void> {
    await expect.poll(() => this.words()).toContain(words);
  }

  /** Waits until what was pressed last has come to an end. */
  async settled(): Promise<void> {
    const busy = () => this.way.run((css) => document.querySelector(css)?.getAttribute("aria-busy") ?? "", SECTION);
    await expect.poll(busy).not.toBe("true");
  }

  /** Pastes a link into the field for it. */
  async paste(link: string): Promise<void> {
    await this.way.run((text) => {
      const field = document.querySelector<HTMLInputElement>("#workbook-link");
      field?.closest("details")?.setAttribute("open", "");
      if (field) field.value = text;
      field?.dispatchEvent(new Event("input", { bubbles: true }));
    }, link);
  }

  /** Sends the background a message, as another page of the extension does. */
  send(type: string, data: unknown): Promise<unknown> {
    return this.way.run(
      (verb, given) => chrome.runtime.sendMessage({ type: verb, id: 1, timestamp: Date.now(), data: given }),
      type,
      data,
    );
  }

  /** Agrees with tags of a line, under these ids. */
  async decide(...ids: readonly string[]): Promise<void> {
    const quote = MEETING.lines[1]?.text;
    const drafts = ids.map((id) => ({
      ...{ document: "kept-1", tab: "", id, line: 1, meeting: "", indicator: "SB1", verdict: "accept" },
      ...{ quote, prefix: "", suffix: "", stance: "evidenced", note: "", reader: "compact" },
    }));
    expect(await this.send("decide", drafts)).toMatchObject({ res: { ok: true } });
  }

  /** The decisions that this browser keeps, and the ids of those that still wait. */
  async kept(): Promise<{ readonly decisions: readonly Decision[]; readonly waiting: readonly string[] }> {
    const [decisions, waiting] = await this.way.run(async () => {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const open = indexedDB.open("plumbline");
        open.onerror = () => reject(open.error);
        open.onsuccess = () => resolve(open.result);
      });
      const all = (table: string) =>
        new Promise<unknown[]>((resolve, reject) => {
          const rows = database.transaction(table).objectStore(table).getAll();
          rows.onerror = () => reject(rows.error);
          rows.onsuccess = () => resolve(rows.result);
        });
      const tables = [await all("decisions"), await all("outbox")] as const;
      database.close();
      return tables;
    });
    return { decisions: decisions as Decision[], waiting: (waiting as { id: string }[]).map(({ id }) => id) };
  }
}
