import { statSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { coreBundle, READER } from "./core-bundle";

const root = join(import.meta.dirname, "../..");

test("the compact reader with its data takes at most 250 kB, gzipped", () => {
  const { gzipped } = coreBundle(root, READER);
  // Far below, and the data were not in it.
  expect(gzipped).toBeGreaterThan(100_000);
  expect(gzipped).toBeLessThanOrEqual(250_000);
});

test("the encoder of the second reader takes at most 30 MB", () => {
  const { size } = statSync(join(root, "deep-reader/encoder.onnx"));
  // A pointer of Git LFS in its place is no encoder.
  expect(size).toBeGreaterThan(1_000_000);
  expect(size).toBeLessThanOrEqual(30_000_000);
});
