import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type BuildOptions, build, type Plugin } from "esbuild";
import type { Mode } from "../deployment";
import { manifestOf, runFunctionsOf } from "./manifest";

/** The add-on as it is uploaded. Sizes are bytes, minified. */
export interface Bundle {
  /** `Code.js`: one plain script, ES2019. */
  readonly code: string;
  /** `appsscript.json`. */
  readonly manifest: string;
  /** The functions that Google may call. */
  readonly functions: readonly string[];
  readonly bytes: number;
  /** What is neither data (the model, the vocabulary, the rubric and other JSON) nor of a library. */
  readonly codeBytes: number;
}

const NAME = "plumbline";

/** Data goes in as text to parse, which engines read faster than the same as code. */
const parsedData: Plugin = {
  name: "parsed-data",
  setup: ({ onLoad }) => {
    onLoad({ filter: /\.json$/ }, ({ path }) => {
      const text = JSON.stringify(JSON.parse(readFileSync(path, "utf8")));
      return { contents: `export default JSON.parse(${JSON.stringify(text)})`, loader: "js" };
    });
  },
};

/** What makes a plain script for Google of our modules. */
export const SCRIPT = {
  minify: true,
  format: "iife",
  target: "es2019",
  charset: "utf8",
  legalComments: "none",
  // Fields of classes as plain assignments: half as long in the JavaScript of 2019, and the same to ours.
  tsconfigRaw: { compilerOptions: { useDefineForClassFields: false } },
  logLevel: "error",
  plugins: [parsedData],
} satisfies BuildOptions;

/** Bundles the add-on. Throws where the manifest names a function that there is not. */
export async function bundleAddOn(root: string, mode: Mode): Promise<Bundle> {
  const entry = join(root, "apps-script/main.ts");
  const { outputFiles, metafile } = await build({
    absWorkingDir: root,
    entryPoints: [entry],
    bundle: true,
    write: false,
    metafile: true,
    ...SCRIPT,
    globalName: NAME,
    define: { PLUMBLINE_MODE: JSON.stringify(mode) },
    outfile: "Code.js",
  });
  const output = metafile.outputs["Code.js"];
  const functions = [...(await exportsOf(entry))].sort();
  const manifest = manifestOf(mode);
  const lacking = runFunctionsOf(manifest).filter((name) => !functions.includes(name));
  if (lacking.length > 0) throw new Error(`The manifest names what main.ts does not export: ${lacking.join(", ")}.`);
  // Google finds only functions that are declared at the top.
  const stubs = functions.map((name) => `function ${name}(e){return ${NAME}.${name}(e)}`).join("\n");
  const code = `${outputFiles[0]?.text ?? ""}${stubs}\n`;
  const notOurs = Object.entries(output?.inputs ?? {})
    .filter(([path]) => path.endsWith(".json") || path.startsWith("node_modules/"))
    .reduce((sum, [, { bytesInOutput }]) => sum + bytesInOutput, 0);
  const bytes = Buffer.byteLength(code);
  return { code, manifest: `${JSON.stringify(manifest, null, 2)}\n`, functions, bytes, codeBytes: bytes - notOurs };
}

/** What a module exports, without what is only a type. */
async function exportsOf(entry: string): Promise<readonly string[]> {
  const { metafile } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    metafile: true,
    format: "esm",
    logLevel: "error",
    outfile: "main.js",
  });
  return Object.values(metafile.outputs)[0]?.exports ?? [];
}
