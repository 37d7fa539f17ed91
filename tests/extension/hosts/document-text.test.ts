import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { DocumentText } from "../../../extension/hosts/document-text";
import type { HostLine } from "../../../extension/hosts/host";
import { offerAnnotatedText } from "../../../extension/hosts/page/annotated-text";
import { pristine } from "../../../extension/hosts/page/pristine";

/** Milliseconds from one reading of a page at rest to the next, with room. */
const READING = 4000;

let stop: AbortController;
/** What waits for the page to be at rest. */
let idle: (() => void)[];

beforeEach(() => {
  vi.useFakeTimers({ now: 0 });
  stop = new AbortController();
  idle = [];
  vi.stubGlobal("requestIdleCallback", (job: () => void) => idle.push(job));
});
afterEach(() => {
  stop.abort();
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

/** A page whose editor gives `text` while it is not undefined, whose export gives `exported`, and whose canvases show `painted`. */
function pageWith(start: { text?: string; exported?: string; painted?: string }) {
  const page = Object.assign(new EventTarget(), {
    visibilityState: "visible",
    location: { href: "https://docs.google.com/document/d/one/edit" },
  });
  const sources = { painted: "", ...start };
  const told: { readonly way: string; readonly texts: readonly string[]; readonly fresh: boolean }[] = [];
  let fresh = false;
  vi.stubGlobal("fetch", async () =>
    sources.exported === undefined
      ? new Response("", { status: 403 })
      : new Response(sources.exported, { headers: { "content-type": "text/plain; charset=utf-8" } }),
  );
  offerAnnotatedText(
    {
      document: page as unknown as Document,
      _docs_annotate_getAnnotatedText: async () =>
        sources.text === undefined ? null : { getText: () => `\u0003${sources.text}\n\u0003\n` },
    },
    "an-extension",
    pristine(globalThis as unknown as Window & typeof globalThis),
  );
  const text: DocumentText = new DocumentText(
    page as unknown as Document,
    {
      place: () => ({ document: "one", tab: "" }),
      painted: () => sources.painted,
      unread: () => 0,
      sourceChanged: () => {
        fresh = true;
      },
      *changed(lines: readonly HostLine[]) {
        yield;
        told.push({ way: text.way, texts: lines.map((line) => line.text).filter(Boolean), fresh });
        fresh = false;
      },
      wayChanged: () => {},
    },
    stop.signal,
  );
  return { sources, told, text };
}

/** Lets time pass on a page that comes to rest now and then. */
async function pass(milliseconds: number): Promise<void> {
  for (let gone = 0; gone < milliseconds; gone += 50) {
    await vi.advanceTimersByTimeAsync(50);
    while (idle.length) idle.shift()?.();
  }
}

test("each source comes with lines of its own, and says so before them", async () => {
  const { sources, told, text } = pageWith({ text: "Norms\nData", exported: "* Norms\n* Data" });
  await pass(READING);
  expect(told).toEqual([{ way: "annotated", texts: ["Norms", "Data"], fresh: true }]);
  delete sources.text;
  await pass(3 * READING);
  expect(told.slice(1)).toEqual([{ way: "export", texts: ["* Norms", "* Data"], fresh: true }]);
  sources.text = "Norms\nData talk";
  await pass(2 * READING);
  expect([...told].pop()).toEqual({ way: "annotated", texts: ["Norms", "Data talk"], fresh: true });
  sources.text = "Norms\nData talks";
  await pass(READING);
  expect([...told].pop()).toEqual({ way: "annotated", texts: ["Norms", "Data talks"], fresh: false });
  expect(text.lines.map((line) => line.text)).toEqual(["Norms", "Data talks", ""]);
});

test("where nothing can be read any more, the lines stay as they were last read", async () => {
  const { sources, told, text } = pageWith({ text: "Norms\nData" });
  await pass(READING);
  delete sources.text;
  await pass(3 * READING);
  expect(text.way).toBe("none");
  expect(told).toHaveLength(1);
  expect(text.lines.map((line) => line.text)).toEqual(["Norms", "Data", ""]);
  sources.text = "Norms\nData talk";
  await pass(READING);
  expect([...told].pop()).toEqual({ way: "annotated", texts: ["Norms", "Data talk"], fresh: false });
});

test("where nothing can be read from the start, that is told, without a line", async () => {
  const { told } = pageWith({});
  await pass(3 * READING);
  expect(told[0]).toEqual({ way: "none", texts: [], fresh: true });
});

test("a letter is taken in at once, and a change of many lines bit by bit, while the page is at rest", async () => {
  const many = (word: string) => Array.from({ length: 3000 }, (_, n) => `${word} ${n}`).join("\n");
  const { sources, told } = pageWith({ text: many("Data") });
  await pass(READING);
  // Whoever looks at the clock finds that a millisecond has gone.
  let looks = 0;
  vi.spyOn(performance, "now").mockImplementation(() => Date.now() + looks++);
  sources.text += "s";
  await vi.advanceTimersByTimeAsync(READING);
  expect(told).toHaveLength(2);
  sources.text = many("Talk");
  await vi.advanceTimersByTimeAsync(READING);
  expect(told).toHaveLength(2);
  await pass(READING);
  expect(told).toHaveLength(3);
  expect(told[2]?.texts).toEqual(many("Talk").split("\n"));
});
