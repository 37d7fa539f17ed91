import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { listFiles } from "../../cli/files";
import { scratch } from "./scratch";

const folder = scratch();
const NOTES = ["a.md", "b.TXT", "c/d.docx", "c/e/f.html", "c/e/g.htm", "h.json", "i.markdown", "j.text"];
const OTHERS = [".hidden.md", ".git/k.md", "~$a.docx", "c/~$d.docx", "l.png", "m.xlsx", "n.pdf", "md", "o.md.bak"];

beforeAll(() => {
  for (const name of [...NOTES, ...OTHERS]) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), "x");
  }
});

const within = (files: readonly string[]) => files.map((file) => relative(folder, file).replaceAll("\\", "/"));

test("folders are walked in the order of names; hidden files, locks and other kinds are left out", async () => {
  const { files, unread } = await listFiles([folder]);
  expect(within(files)).toEqual(NOTES);
  expect(unread).toEqual([]);
});

test("a file that is named outright is taken whatever its name", async () => {
  const { files } = await listFiles([join(folder, "n.pdf"), join(folder, ".hidden.md"), "-"]);
  expect(files).toEqual([join(folder, "n.pdf"), join(folder, ".hidden.md"), "-"]);
});

test("a file that is named twice, in whatever way, is read once", async () => {
  const other = `${folder}/c/../a.md`;
  expect((await listFiles([join(folder, "a.md"), other, folder])).files).toHaveLength(NOTES.length);
});

test("the file to be written is left out of a folder", async () => {
  expect(within((await listFiles([folder], join(folder, "h.json"))).files)).toEqual(
    NOTES.filter((name) => name !== "h.json"),
  );
});

test("a path that is not there is listed with a remedy, and the rest is found", async () => {
  const { files, unread } = await listFiles([join(folder, "nowhere"), join(folder, "c")]);
  expect(files).toHaveLength(3);
  expect(unread).toEqual([
    {
      file: join(folder, "nowhere"),
      problem: expect.stringContaining("no such file"),
      remedy: expect.stringContaining("Check the path"),
    },
  ]);
});

test("links in a folder are followed once, and one that leads nowhere is listed", async () => {
  const linked = scratch();
  mkdirSync(join(linked, "own"), { recursive: true });
  symlinkSync(join(folder, "a.md"), join(linked, "link.md"));
  symlinkSync(join(folder, "c"), join(linked, "own/folder"));
  symlinkSync(linked, join(linked, "own/round"));
  symlinkSync(join(folder, "gone.md"), join(linked, "broken.md"));
  const { files, unread } = await listFiles([linked]);
  expect(files.map((file) => relative(linked, file).replaceAll("\\", "/"))).toEqual([
    "link.md",
    "own/folder/d.docx",
    "own/folder/e/f.html",
    "own/folder/e/g.htm",
  ]);
  expect(unread.map(({ file }) => relative(linked, file))).toEqual(["broken.md"]);
});
