import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { expect, test } from "vitest";

/** What each part may import, as ARCHITECTURE.md draws it. */
const ARROWS: Readonly<Record<string, readonly string[]>> = {
  "core/notes": ["core/notes"],
  "core/rubric": ["core/rubric"],
  "core/tagger": ["core/tagger", "core/notes", "core/rubric"],
  "core/coverage": ["core/coverage", "core/tagger", "core/notes", "core/rubric"],
  "core/decisions": ["core/decisions", "core/tagger", "core/rubric"],
  "core/learning": ["core/learning", "core/tagger", "core/notes", "core/rubric"],
  "core/agreement": ["core/agreement", "core/decisions", "core/tagger", "core/rubric"],
  "core/agenda": ["core/agenda", "core/coverage", "core/tagger", "core/notes", "core/rubric"],
  core: ["core"],
  extension: ["extension", "deep-reader", "core"],
  "apps-script": ["apps-script", "core"],
  "deep-reader": ["deep-reader", "core"],
  cli: ["cli", "deep-reader", "core"],
  training: ["training", "cli/deep", "deep-reader", "core"],
  evaluation: ["evaluation", "training", "cli/outputs", "cli/deep", "deep-reader", "core"],
  warehouse: ["warehouse", "core"],
};
/** Packages that each part may use; the others may use any. */
const PACKAGES: Readonly<Record<string, readonly string[]>> = {
  core: ["zod/mini", "approx-string-match"],
  // Types alone: each host brings the runtime itself.
  "deep-reader": ["onnxruntime-web/wasm"],
};

const root = join(import.meta.dirname, "..");
const files = (folder: string): string[] =>
  readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? files(path) : /\.tsx?$/.test(entry.name) ? [path] : [];
  });

const partOf = (path: string): string | undefined =>
  Object.keys(ARROWS)
    .filter((part) => path.startsWith(`${part}/`))
    .sort((a, b) => b.length - a.length)[0];

function wrongArrows(path: string, source: string): string[] {
  const part = partOf(path) ?? "";
  const wrong: string[] = [];
  for (const [, target = ""] of source.matchAll(/\b(?:from|import)\s*\(?\s*"([^"]+)"/g)) {
    if (target.startsWith(".")) {
      const reached = relative(root, join(root, dirname(path), target));
      if (reached === "package.json") continue;
      if (!ARROWS[part]?.some((allowed) => reached.startsWith(`${allowed}/`))) wrong.push(`${path} → ${reached}`);
    } else {
      const allowed = PACKAGES[path.split("/")[0] ?? ""];
      if (allowed && !allowed.includes(target)) wrong.push(`${path} → ${target}`);
    }
  }
  return wrong;
}

test("every import follows the arrows that ARCHITECTURE.md draws", () => {
  const paths = ["core", "deep-reader", "cli", "extension", "apps-script", "training", "evaluation", "warehouse"]
    .filter((part) => existsSync(join(root, part)))
    .flatMap(files);
  expect(paths.length).toBeGreaterThan(30);
  expect(paths.flatMap((path) => wrongArrows(path, readFileSync(join(root, path), "utf8")))).toEqual([]);
});

test.each([
  ["core/notes/text.ts", 'import { tag } from "../tagger/tagger";'],
  ["core/tagger/tagger.ts", 'import { readFile } from "node:fs";'],
  ["core/coverage/coverage.ts", 'import { main } from "../../cli/main";'],
  ["deep-reader/encoder.ts", 'import { readFile } from "node:fs/promises";'],
  ["deep-reader/deep-reader.ts", 'import { openDeepReader } from "../cli/deep/open-deep-reader";'],
  ["cli/main.ts", 'import { train } from "../training/train";'],
  ["training/train.ts", 'import { readers } from "../evaluation/readers";'],
  ["evaluation/main.ts", 'import { listFiles } from "../cli/files";'],
])("%s importing the wrong way is caught", (path, source) => {
  expect(wrongArrows(path, source)).toHaveLength(1);
});
