import "../with-browser";
import fc from "fast-check";
import { expect, test, vi } from "vitest";
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
  const feed = createDocumentFeed(
    { kept: ({ version }) => versions.push(version), trouble: () => {} },
    ends.signal,
    send,
  );
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
