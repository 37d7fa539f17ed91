import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createContext, runInContext } from "node:vm";
import { Worker } from "node:worker_threads";
import { buildLibrary, LIMITS } from "../../warehouse/build-library.mjs";
import { root } from "../cli/plumbline";

/** What BigQuery gives a JavaScript function besides the language: nothing. V8 brings these, which are not of the language. */
const BEYOND = ["console", "WebAssembly", "SharedArrayBuffer", "Atomics", "escape", "unescape"];

export { LIMITS };

/** The library as `npm run build:warehouse` writes it. */
export const library: Promise<string> = buildLibrary();

/** The JavaScript between the quotes of one function of bigquery.sql, with the names of its arguments. */
export function bodyOf(name: string): { readonly args: string; readonly body: string } {
  const sql = readFileSync(join(root, "warehouse/bigquery.sql"), "utf8");
  const found = new RegExp(`FUNCTION plumbline\\.${name}\\(([^)]*)\\)[^;]*?AS r"""([^]*?)"""`).exec(sql);
  if (!found) throw new Error(`bigquery.sql makes no function ${name}.`);
  return { args: (found[1] ?? "").replace(/ \w+(,|$)/g, "$1"), body: found[2] ?? "" };
}

/** Makes the functions of bigquery.sql in an engine with nothing but the language; what goes in and out is plain data. */
export async function bareEngine(): Promise<(name: string, ...values: readonly (string | null)[]) => unknown> {
  const context = createContext({}, { codeGeneration: { strings: false, wasm: false } });
  runInContext(`for (const name of ${JSON.stringify(BEYOND)}) delete globalThis[name];`, context);
  runInContext(await library, context);
  return (name, ...values) => {
    const { args, body } = bodyOf(name);
    const call = `JSON.stringify((function (${args}) {${body}})(${values.map((value) => JSON.stringify(value)).join(", ")}))`;
    return JSON.parse(runInContext(call, context) as string);
  };
}

/** Runs the library over some notes in a thread whose heap may have so many MB; gives how many tags it found. */
export async function tagsWithin(megabytes: number, notes: readonly string[]): Promise<number> {
  const worker = new Worker(
    `const { parentPort, workerData } = require("node:worker_threads");
     const { createContext, runInContext } = require("node:vm");
     const context = createContext({ notes: workerData.notes });
     runInContext(workerData.library, context);
     parentPort.postMessage(runInContext(
       "let tags = 0; for (const one of notes) for (const { tags: found } of Plumbline.tag(one)) tags += found.length; tags", context));`,
    {
      eval: true,
      workerData: { library: await library, notes },
      resourceLimits: { maxOldGenerationSizeMb: megabytes, maxYoungGenerationSizeMb: 4 },
    },
  );
  return new Promise((resolve, reject) => {
    worker.on("message", resolve);
    worker.on("error", reject);
  });
}
