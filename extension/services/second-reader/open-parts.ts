import type { DeepParts } from "../../../deep-reader/deep-reader";
import { openEncoder, type Runtime } from "../../../deep-reader/encoder";
import { builtInSettings } from "../../../deep-reader/settings";
import { DamagedFiles } from "./damaged-files";

/** Opens the encoder from the files of the extension's own folder `second-reader`; throws `DamagedFiles`. */
export async function openParts(runtime: Runtime, folder: URL): Promise<DeepParts> {
  const [encoder, wasm, vocabulary] = await Promise.all([
    fileOf(folder, "encoder.onnx"),
    fileOf(folder, "ort-wasm-simd-threaded.wasm"),
    fileOf(folder, "vocabulary.txt"),
  ]);
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", encoder));
  const found = [...digest].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  if (found !== builtInSettings.encoder) throw new DamagedFiles("encoder.onnx is not the one that belongs here.");
  return {
    encoder: await openEncoder(runtime, { encoder, wasm }),
    vocabulary: new TextDecoder().decode(vocabulary),
  };
}

async function fileOf(folder: URL, name: string): Promise<Uint8Array<ArrayBuffer>> {
  const address = new URL(name, folder);
  // Nothing but the extension's own files may ever be read here.
  if (!/^(?:chrome|moz)-extension:$/.test(address.protocol)) throw new DamagedFiles(`${name} is not ours.`);
  const answer = await fetch(address).catch(() => undefined);
  if (!answer?.ok) throw new DamagedFiles(`${name} is not there.`);
  return new Uint8Array(await answer.arrayBuffer());
}
