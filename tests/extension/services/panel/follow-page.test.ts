import "../../with-browser";
import { beforeEach, expect, test, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";

const open = vi.hoisted(() => ({ answers: [] as ((tabs: readonly object[]) => void)[] }));
vi.mock("../../../../extension/services/open-documents", () => ({
  DOCUMENTS: "https://docs.google.com/document/*",
  openDocuments: () => new Promise((resolve) => open.answers.push(resolve)),
}));
vi.mock("../../../../extension/ask", () => ({ ask: async () => ({ ok: true, value: {} }) }));

const { followPage } = await import("../../../../extension/services/panel/follow-page");

const tab = (document: string) => [
  { id: 1, url: `https://docs.google.com/document/d/${document}/edit`, active: true, windowId: 1, lastAccessed: 1 },
];

beforeEach(() => {
  fakeBrowser.reset();
  open.answers.length = 0;
  const event = { addListener: () => {}, removeListener: () => {} };
  Object.assign(fakeBrowser.windows, { getCurrent: async () => ({ id: 1 }) });
  Object.assign(fakeBrowser.permissions, { contains: async () => true, onAdded: event, onRemoved: event });
});

test("an older look that comes late does not lead back to the document before", async () => {
  const ends = new AbortController();
  const { page, look } = followPage(async () => false, ends.signal);
  const second = look();
  await vi.waitFor(() => expect(open.answers).toHaveLength(2));
  open.answers[1]?.(tab("later"));
  await second;
  expect(page.value).toMatchObject({ place: { document: "later" } });
  const third = look();
  await vi.waitFor(() => expect(open.answers).toHaveLength(3));
  open.answers[0]?.(tab("earlier"));
  await new Promise(setImmediate);
  expect(page.value).toMatchObject({ place: { document: "later" } });
  open.answers[2]?.(tab("latest"));
  await third;
  expect(page.value).toMatchObject({ place: { document: "latest" } });
  ends.abort();
});
