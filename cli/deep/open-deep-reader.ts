import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Rubric } from "../../core/index";
import { createDeepReader, type DeepReader } from "../../deep-reader/deep-reader";
import { type Encoder, openEncoder } from "../../deep-reader/encoder";
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
  const vocabulary = await readPart(folder, "vocabulary.txt");
  return createDeepReader(rubric, {
    encoder: await openEncoderOf(folder, settings.encoder),
    vocabulary: vocabulary.toString("utf8"),
    settings,
  });
}

/** Opens the encoder of a folder, which must have this SHA-256 where one is given; throws `Problem` as above. */
export async function openEncoderOf(folder: string, sha256?: string): Promise<Encoder> {
  const encoder = await readPart(folder, "encoder.onnx");
  if (sha256 !== undefined && createHash("sha256").update(encoder).digest("hex") !== sha256) {
    throw new Problem(
      `The second reader's file ${join(folder, "encoder.onnx")} is not the one that belongs here.`,
      REMEDY,
    );
  }
  // Loaded only now: nobody else should wait for it.
  const runtime = await import("onnxruntime-web/wasm");
  const wasm = await readFile(createRequire(import.meta.url).resolve("onnxruntime-web/ort-wasm-simd-threaded.wasm"));
  return openEncoder(runtime, { encoder, wasm });
}

async function readPart(folder: string, name: string): Promise<Buffer> {
  const file = join(folder, name);
  return readFile(file).catch((error: NodeJS.ErrnoException) => {
    const what = error.code === "ENOENT" ? "is not there" : `could not be read: ${error.message}`;
    throw new Problem(`The second reader's file ${file} ${what}.`, REMEDY);
  });
}
