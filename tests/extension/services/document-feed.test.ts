import "../with-browser";
import fc from "fast-check";
import { afterEach, expect, test, vi } from "vitest";
import { createTagger, notesFromText, plcRubric } from "../../../core/index";
import { changeBetween, createDocumentFeed, type FeedReading } from "../../../extension/services/document-feed";
import { keepChange, keepReading } from "../../../extension/services/store/keep-document";
import { answered } from "../../../extension/services/store/trouble";
import { freshDb } from "../fresh-db";

const tagger = createTagger(plcRubric);
const tagged = (text: string) => tagger.tag(notesFromText(text));
const readingOf = (text: string): FeedReading => ({
  ...{ document: "doc-1", tab: "", title: "Grade 4", rubric: "plc@1.0.0" },
  way: { text: "annotated", marks: "annotated" },
  tagged: tagged(text),
});

const FULL = { code: "full", message: "There is no room left." };

afterEach(() => void vi.useRealTimers());

test("a change holds the differing lines and no more", () => {
  const texts = fc.array(fc.constantFrom("Norms read", "Sorted exit tickets", "Bus 6", "Visit Thursday"), {
    maxLength: 6,
  });
  fc.assert(
    fc.property(texts, texts, (before, after) => {
      const [a, b] = [tagged(before.join("\n")), tagged(after.join("\n"))];
      const { at, removed, inserted } = changeBetween(a, b);
      const patched = [...a.notes.lines];
      patched.splice(at, removed, ...b.notes.lines.slice(at, at + inserted));
      expect(patched.map(({ text }) => text)).toEqual(b.notes.lines.map(({ text }) => text));
    }),
  );
});

test("readings arrive in order, only the latest of many, and a stale one is sent whole", async () => {
  const db = freshDb();
  const sent: string[] = [];
  const ends = new AbortController();
  const send = (async (verb: string, data: never) => {
    sent.push(verb);
    return answered(() => (verb === "documentRead" ? keepReading(db, data, 1) : keepChange(db, data, 1)));
  }) as never;
  const versions: number[] = [];
  const feed = createDocumentFeed(({ version }) => versions.push(version), ends.signal, send);
  feed.publish(readingOf("Norms read\nBus 6"));
  for (const text of ["B", "Bu", "Bus 6 is late"]) feed.publish(readingOf(`Norms read\n${text}`));
  await vi.waitFor(() => expect(versions).toHaveLength(2), 3000);
  expect(sent).toEqual(["documentRead", "documentChanged"]);
  await db.documents.update(["doc-1", ""], { version: 40 });
  feed.publish(readingOf("Norms read\nBus 6 is late\nVisit Thursday"));
  await vi.waitFor(() => expect(versions).toHaveLength(3), 3000);
  expect(sent.slice(2)).toEqual(["documentChanged", "documentRead"]);
  const order = (await db.documents.get(["doc-1", ""]))?.order ?? [];
  expect((await db.lines.bulkGet([...order])).map((row) => row?.text)).toEqual([
    "Norms read",
    "Bus 6 is late",
    "Visit Thursday",
  ]);
  ends.abort();
});

test("what could not be kept is sent again by itself, whole and ever more seldom, and until it is kept it says why", async () => {
  vi.useFakeTimers();
  const sent: { readonly verb: string; readonly at: number }[] = [];
  let room = false;
  const send = (async (verb: string) => {
    sent.push({ verb, at: Date.now() });
    return room ? { ok: true, value: { version: 1, decisions: [] } } : { ok: false, error: FULL };
  }) as never;
  const ends = new AbortController();
  const kept = vi.fn();
  const feed = createDocumentFeed(kept, ends.signal, send);
  feed.publish(readingOf("Norms read"));
  await vi.advanceTimersByTimeAsync(600_000);
  expect(feed.trouble).toEqual(FULL);
  expect(kept).not.toHaveBeenCalled();
  const waits = sent.slice(1).map(({ at }, n) => at - (sent[n]?.at ?? 0));
  expect(waits.length).toBeGreaterThan(5);
  expect(waits).toEqual([...waits].sort((a, b) => a - b));
  expect(waits.at(-1)).toBeLessThanOrEqual(60_000);

  room = true;
  await vi.advanceTimersByTimeAsync(60_000);
  expect(feed.trouble).toBeUndefined();
  expect(kept).toHaveBeenCalledOnce();
  expect(new Set(sent.map(({ verb }) => verb))).toEqual(new Set(["documentRead"]));
  const before = sent.length;
  await vi.advanceTimersByTimeAsync(600_000);
  expect(sent).toHaveLength(before);
  ends.abort();
});

test("while it waits to send again, the latest reading takes the place of the one that failed", async () => {
  vi.useFakeTimers();
  const texts: string[] = [];
  const send = (async (_verb: string, { lines }: { lines: readonly { text: string }[] }) => {
    texts.push(lines.map(({ text }) => text).join());
    return texts.length > 1 ? { ok: true, value: { version: 1, decisions: [] } } : { ok: false, error: FULL };
  }) as never;
  const ends = new AbortController();
  const feed = createDocumentFeed(() => {}, ends.signal, send);
  feed.publish(readingOf("Norms"));
  await vi.advanceTimersByTimeAsync(10);
  feed.publish(readingOf("Norms read"));
  await vi.advanceTimersByTimeAsync(60_000);
  expect(texts).toEqual(["Norms", "Norms read"]);
  ends.abort();
});
