import { gzipSync } from "node:zlib";
import { buildSync } from "esbuild";

/** What makes the compact reader: tags by a rubric, and what it learns from a team. */
export const READER = ["createTagger", "adaptRubric", "plcRubric", "learn"];

/** The core with its data in one file, as a page loads it, or these exports of it alone: bytes, minified and then gzipped. */
export function coreBundle(root: string, names = ["*"]): { readonly minified: number; readonly gzipped: number } {
  const named = names.includes("*") ? "*" : `{ ${names.join(", ")} }`;
  const { outputFiles } = buildSync({
    stdin: { contents: `export ${named} from "./core/index"`, resolveDir: root, loader: "ts" },
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    target: "es2019",
  });
  const code = outputFiles[0]?.contents;
  if (!code?.length) throw new Error("The core gave no bundle.");
  return { minified: code.length, gzipped: gzipSync(code, { level: 9 }).length };
}
