import { spawn } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { buildSync } from "esbuild";
import { expect, test } from "vitest";
import { writeAtomically } from "../../cli/write-atomically";
import { root } from "./plumbline";
import { scratch } from "./scratch";

/** Content that comes in pieces, so that a test can stop in the middle. What is written takes it, though its type is narrower. */
const pieces = (next: () => AsyncGenerator<string>) => next() as unknown as string;

test("makes the folders that are missing and leaves nothing else beside the file", async () => {
  const folder = scratch();
  await writeAtomically(join(folder, "a/b/c.txt"), "new");
  expect(readFileSync(join(folder, "a/b/c.txt"), "utf8")).toBe("new");
  expect(readdirSync(join(folder, "a/b"))).toEqual(["c.txt"]);
});

test("a second write replaces the first whole", async () => {
  const file = join(scratch(), "c.bin");
  await writeAtomically(file, "long ".repeat(1000));
  await writeAtomically(file, new Uint8Array([1, 2, 3]));
  expect([...readFileSync(file)]).toEqual([1, 2, 3]);
});

test("many at once leave one of them whole", async () => {
  const folder = scratch();
  const contents = Array.from({ length: 20 }, (_, n) => String(n).repeat(100_000));
  await Promise.all(contents.map((content) => writeAtomically(join(folder, "c.txt"), content)));
  expect(contents).toContain(readFileSync(join(folder, "c.txt"), "utf8"));
  expect(readdirSync(folder)).toEqual(["c.txt"]);
});

test("a write that fails on the way keeps the old file and leaves nothing behind", async () => {
  const folder = scratch();
  writeFileSync(join(folder, "c.txt"), "old");
  const failing = pieces(async function* () {
    yield "half";
    throw new Error("The disk is full.");
  });
  await expect(writeAtomically(join(folder, "c.txt"), failing)).rejects.toThrow("The disk is full.");
  expect(readdirSync(folder)).toEqual(["c.txt"]);
  expect(readFileSync(join(folder, "c.txt"), "utf8")).toBe("old");
});

test("a folder in the place of the file stays as it is", async () => {
  const folder = scratch();
  mkdirSync(join(folder, "c.txt"));
  writeFileSync(join(folder, "c.txt/kept"), "old");
  await expect(writeAtomically(join(folder, "c.txt"), "new")).rejects.toThrow();
  expect(readdirSync(folder)).toEqual(["c.txt"]);
  expect(readFileSync(join(folder, "c.txt/kept"), "utf8")).toBe("old");
});

test("a process killed in the middle of a big write leaves the old file", async () => {
  const folder = scratch();
  const file = join(folder, "c.txt");
  writeFileSync(file, "old");
  const module = join(scratch(), "write-atomically.mjs");
  buildSync({ entryPoints: [join(root, "cli/write-atomically.ts")], outfile: module, format: "esm" });
  const half = 8 * 1024 * 1024;
  const code = `
    import { writeAtomically } from ${JSON.stringify(pathToFileURL(module).href)};
    setInterval(() => {}, 1000);
    await writeAtomically(${JSON.stringify(file)}, (async function* () {
      yield Buffer.alloc(${half}, 120);
      process.stdout.write("half");
      await new Promise(() => {});
    })());`;
  const child = spawn(process.execPath, ["--input-type=module", "--eval", code], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const end = new Promise((done) => child.on("close", (_code, signal) => done(signal)));
  await new Promise<void>((done, fail) => {
    child.stdout.once("data", () => done());
    child.on("close", () => fail(new Error("It ended before it was killed.")));
  });
  child.kill("SIGKILL");
  expect(await end).toBe("SIGKILL");
  expect(readFileSync(file, "utf8")).toBe("old");
  const left = readdirSync(folder).filter((name) => name !== "c.txt");
  expect(left).toEqual([expect.stringMatching(/^\.c\.txt\..+\.tmp$/)]);
  expect(statSync(join(folder, left[0] as string)).size).toBe(half);
});
