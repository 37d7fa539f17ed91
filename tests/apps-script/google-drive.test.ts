import { afterEach, describe, expect, test, vi } from "vitest";
import { driveService } from "../../apps-script/google/drive";

afterEach(() => vi.unstubAllGlobals());

/** Google Drive that answers nothing and remembers what it was asked. */
function listening(get: () => object = () => ({ mimeType: "application/vnd.google-apps.folder" })) {
  const asked: string[] = [];
  const list = ({ q }: { q: string }) => {
    asked.push(q);
    return { files: [] };
  };
  vi.stubGlobal("Drive", { Files: { list, get } });
  return asked;
}

describe("Drive", () => {
  test("is asked for documents by their titles, some at a time, and never for all there are", () => {
    const asked = listening();
    const titles = Array.from({ length: 60 }, (_, at) => `PLC notes, it's week ${at} \\ ${"日本".repeat(20)}`);
    driveService.named([...titles, ...titles, "", "x".repeat(500)]);
    expect(asked.length).toBeGreaterThan(1);
    for (const q of asked) {
      expect(q).toMatch(/^\(name = '.*'\) and mimeType = /);
      expect(encodeURIComponent(q).length).toBeLessThan(6000);
    }
    const named = asked.flatMap((q) => [...q.matchAll(/name = '((?:\\.|[^'\\])*)'/g)].map(([, name = ""]) => name));
    expect(named.map((name) => name.replace(/\\(.)/g, "$1"))).toEqual(titles);
  });

  test("is not asked where there is no title", () => {
    const asked = listening();
    expect(driveService.named([])).toEqual([]);
    expect(asked).toEqual([]);
  });

  test.each([
    ["in the bin", { mimeType: "application/vnd.google-apps.folder", trashed: true }],
    ["no folder", { mimeType: "application/vnd.google-apps.document" }],
  ])("does not list a folder that is %s", (_, file) => {
    const asked = listening(() => file);
    expect(() => driveService.documents("folder-1")).toThrow(/not found/);
    expect(asked).toEqual([]);
  });
});
