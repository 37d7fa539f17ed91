import { afterEach, expect, test, vi } from "vitest";
import { exportText } from "../../../extension/hosts/export-text";
import { LONGEST_TEXT } from "../../../extension/hosts/message-names";

afterEach(() => {
  vi.unstubAllGlobals();
});

const PLAIN = { "content-type": "text/plain; charset=utf-8" };

/** The export of a document as `answer` gives it. */
function asked(answer: Response): Promise<string | undefined> {
  vi.stubGlobal("fetch", async () => answer);
  const location = { href: "https://docs.google.com/document/d/one/edit" } as Location;
  return exportText(location, "", new AbortController().signal);
}

/** A body of these parts, and how it was read. */
function bodyOf(parts: Iterable<Uint8Array>) {
  const read = { parts: 0, stopped: false };
  const left = parts[Symbol.iterator]();
  const body = new ReadableStream<Uint8Array>(
    {
      pull: (controller) => {
        const { done, value } = left.next();
        if (done) return controller.close();
        read.parts++;
        controller.enqueue(value);
      },
      cancel: () => {
        read.stopped = true;
      },
    },
    { highWaterMark: 0 },
  );
  return { body, read };
}

test("is the text with line feeds alone, without the mark at its start, also where a part ends within a letter", async () => {
  const bytes = new TextEncoder().encode("\ufeffTomás took notes\r\n* Norms\r\n");
  const { body } = bodyOf([...bytes].map((byte) => Uint8Array.of(byte)));
  expect(await asked(new Response(body, { headers: PLAIN }))).toBe("Tomás took notes\n* Norms");
});

test("is not read on where it is longer than any document", async () => {
  const part = new Uint8Array(1_000_000).fill(97);
  const { body, read } = bodyOf(Array.from({ length: 100 }, () => part));
  expect(await asked(new Response(body, { headers: PLAIN }))).toBeUndefined();
  expect(read.stopped).toBe(true);
  expect(read.parts).toBeLessThan(LONGEST_TEXT / part.length + 4);
});

test.each([
  ["a refusal", new Response("no", { status: 403, headers: PLAIN })],
  ["a page to sign in", new Response("<form>", { headers: { "content-type": "text/html" } })],
  ["no body", new Response(null, { headers: PLAIN })],
])("is none where the answer is %s", async (_, answer) => {
  expect(await asked(answer)).toBeUndefined();
});

test("is none where the answer breaks off", async () => {
  const body = new ReadableStream({ pull: (controller) => controller.error(new TypeError("network error")) });
  expect(await asked(new Response(body, { headers: PLAIN }))).toBeUndefined();
});
