import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { buildSync } from "esbuild";

/** The core with its data in one file, as a page loads it: its size in bytes, minified and then gzipped. */
export function coreBundle(root: string): { readonly minified: number; readonly gzipped: number } {
  const { outputFiles } = buildSync({
    entryPoints: [join(root, "core/index.ts")],
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
