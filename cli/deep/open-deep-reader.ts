import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Rubric } from "../../core/index";
import { createDeepReader, type DeepReader } from "../../deep-reader/deep-reader";
import { openEncoder } from "../../deep-reader/encoder";
import { builtInSettings, type DeepSettings } from "../../deep-reader/settings";
import { Problem } from "../problem";

// The build lies in dist/, beside deep-reader/.
const FOLDER = fileURLToPath(new URL("../deep-reader", import.meta.url));
const REMEDY =
  "Get the whole project again (where large files are kept apart: git lfs pull), or leave --reader deep out: the compact reader needs no such file.";

/** Opens the second reader from the files that come with it; throws `Problem` where one is absent or not what it should be. */
export async function openDeepReader(
  rubric: Rubric,
  { folder = FOLDER, settings = builtInSettings }: { folder?: string; settings?: DeepSettings } = {},
): Promise<DeepReader> {
  const [encoder, vocabulary] = await Promise.all(
    ["encoder.onnx", "vocabulary.txt"].map((name) => readPart(folder, name)),
  );
  if (!encoder || !vocabulary) throw new Error("Two files were read, and one is gone.");
  if (createHash("sha256").update(encoder).digest("hex") !== settings.encoder) {
    throw new Problem(
      `The second reader's file ${join(folder, "encoder.onnx")} is not the one that belongs here.`,
      REMEDY,
    );
  }
  // Loaded only now: nobody else should wait for it.
  const runtime = await import("onnxruntime-web/wasm");
  const wasm = await readFile(createRequire(import.meta.url).resolve("onnxruntime-web/ort-wasm-simd-threaded.wasm"));
  return createDeepReader(rubric, {
    encoder: await openEncoder(runtime, { encoder, wasm }),
    vocabulary: vocabulary.toString("utf8"),
    settings,
  });
}

async function readPart(folder: string, name: string): Promise<Buffer> {
  const file = join(folder, name);
  return readFile(file).catch((error: NodeJS.ErrnoException) => {
    const what = error.code === "ENOENT" ? "is not there" : `could not be read: ${error.message}`;
    throw new Problem(`The second reader's file ${file} ${what}.`, REMEDY);
  });
}
