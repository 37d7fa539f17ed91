// The core as one library file for a JavaScript engine that has nothing but the language.
import { join } from "node:path";
import { build } from "esbuild";
import { root } from "../cli/bin/setup.mjs";

/** What BigQuery takes (https://cloud.google.com/bigquery/quotas#udf_limits), in bytes. */
export const LIMITS = { inlineBytes: 32 * 1024, libraryBytes: 1024 * 1024, rowBytes: 5 * 1000 * 1000 };

/** The library's code; throws where it is larger than BigQuery takes. */
export async function buildLibrary() {
  const { outputFiles } = await build({
    entryPoints: [join(root, "warehouse/library.ts")],
    bundle: true,
    minify: true,
    // Kept within ASCII, so that no loader can misread it.
    charset: "ascii",
    format: "iife",
    globalName: "Plumbline",
    target: "es2019",
    logLevel: "error",
    write: false,
  });
  const code = outputFiles[0].text;
  if (Buffer.byteLength(code) > LIMITS.libraryBytes) throw new Error("The library is larger than BigQuery takes.");
  return code;
}
