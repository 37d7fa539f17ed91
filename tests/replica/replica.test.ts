import fc from "fast-check";
import { expect, test } from "vitest";
import { notesFromJson } from "../../core/index";
import { documentFromNotes } from "./document";
import { longDocument } from "./generate";
import { DEFAULTS, withQuery } from "./options";
import { type ExportAnswer, Replica } from "./replica";

const get = (replica: Replica, url: string) => replica.answer({ method: "GET", url });
const exportUrl = "https://docs.google.com/document/d/one/export?format=txt&tab=t.0";

const lists = documentFromNotes({
  lines: [
    { kind: "heading", text: "Norms", depth: 1 },
    { kind: "item", text: "Welcome" },
    { kind: "item", text: "Data" },
    { kind: "bullet", text: "Slips", depth: 1 },
    { kind: "bullet", text: "Call home", checked: true },
  ],
});

test("the export has list markers in its lines, a byte order mark and CR LF", async () => {
  const replica = new Replica();
  replica.add("one", lists);
  const { status, headers, body } = await get(replica, exportUrl);
  expect([status, headers["content-type"]]).toEqual([200, "text/plain; charset=utf-8"]);
  expect(body).toBe("\ufeffNorms\r\n1. Welcome\r\n2. Data\r\n   * Slips\r\n[x] Call home\r\n");
});

test("a document is the account's that may read it, its export too", async () => {
  const replica = new Replica();
  replica.account = 1;
  const url = replica.add("one", lists);
  expect(url).toBe("https://docs.google.com/document/u/1/d/one/edit?tab=t.0");
  const asked = [url, exportUrl, exportUrl.replace("/d/", "/u/1/d/"), exportUrl.replace("/d/", "/u/2/d/")];
  const answers = await Promise.all(asked.map((one) => get(replica, one)));
  expect(answers.map(({ status }) => status)).toEqual([200, 403, 200, 403]);
});

test.each([
  ["403", 403, "text/html; charset=utf-8"],
  ["html", 200, "text/html; charset=utf-8"],
] as const)("the export can answer %s", async (answer, status, type) => {
  const replica = new Replica();
  replica.add("one", lists);
  replica.exportAnswer = answer;
  const given = await get(replica, exportUrl);
  expect([given.status, given.headers["content-type"]]).toEqual([status, type]);
});

test.each([
  ["redirect", "https://docs.google.com"],
  ["redirect-closed", undefined],
] satisfies [ExportAnswer, string | undefined][])(
  "an export by %s is read on the other host by whom it allows",
  async (answer, allowed) => {
    const replica = new Replica();
    replica.add("one", lists);
    replica.exportAnswer = answer;
    const { status, headers } = await get(replica, exportUrl);
    expect(status).toBe(307);
    const given = await get(replica, headers.location ?? "");
    expect(given.body).toContain("Welcome");
    expect(given.headers["access-control-allow-origin"]).toBe(allowed);
  },
);

test("what is not there is not found", async () => {
  const replica = new Replica();
  replica.add("one", lists);
  const statuses = await Promise.all(
    ["u/0/d/one/edit", "d/one/edit", "d/two/edit", "d/one/view", "d/one/export?format=pdf"].map(
      async (path) => (await get(replica, `https://docs.google.com/document/${path}`)).status,
    ),
  );
  expect(statuses).toEqual([200, 200, 404, 404, 404]);
  expect(replica.asked).toHaveLength(5);
});

test("the page's policy has a nonce of its own each time, and its scripts carry it", async () => {
  const replica = new Replica();
  const url = replica.add("one", lists);
  const [first, second] = await Promise.all([get(replica, url), get(replica, url)]);
  const nonce = /'nonce-([^']+)' 'strict-dynamic'; require-trusted-types-for 'script'/.exec(
    first.headers["content-security-policy"] ?? "",
  )?.[1];
  expect(first.body.split(`nonce="${nonce}"`)).toHaveLength(3);
  expect(second.headers["content-security-policy"]).not.toContain(nonce);
});

test("any notes become as many paragraphs, with their line breaks inside", () => {
  const line = fc.record({ kind: fc.constantFrom("heading", "bullet", "item", "para", "cell"), text: fc.string() });
  fc.assert(
    fc.property(fc.array(line), (lines) => {
      const broken = lines.map((one) => ({ ...one, text: `${one.text}\nand\r\nmore` }));
      const read = notesFromJson(JSON.stringify({ lines: broken }));
      const [tab] = documentFromNotes(read.ok ? read.notes : { lines: [] }).tabs;
      expect(tab?.paragraphs).toHaveLength(lines.length);
      expect(tab?.paragraphs.every(({ text }) => text.endsWith("\vand\vmore"))).toBe(true);
    }),
  );
});

test("the same seed gives the same long document, another seed another one", () => {
  expect(longDocument(3)).toEqual(longDocument(3));
  expect(longDocument(3, 2)).not.toEqual(longDocument(3));
});

test("a query sets options by their names, and nothing to what it may not be", () => {
  const set = withQuery(DEFAULTS, new URLSearchParams("zoom=1.5&annotations=absent&colleague=false&tab=t.1&text=odd"));
  expect(set).toEqual({ ...DEFAULTS, zoom: 1.5, annotations: "absent", colleague: false });
  expect(withQuery(DEFAULTS, new URLSearchParams("zoom=0"))).toEqual(DEFAULTS);
});
