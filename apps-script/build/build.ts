/** `npm run build:addon`: writes what is uploaded, for both modes, to `dist/addon/`. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Bundle, bundleAddOn } from "./bundle";

/** Most bytes that a bundle may have, and the part of it that is our code. */
const MOST = { bytes: 1_000_000, codeBytes: 210_000 } as const;

/** Builds one mode into a folder of its own. Throws where it is too large. */
export async function buildAddOn(root: string, mode: "public" | "organisation"): Promise<Bundle & { folder: string }> {
  const bundle = await bundleAddOn(root, mode);
  if (bundle.bytes > MOST.bytes || bundle.codeBytes > MOST.codeBytes)
    throw new Error(`The add-on has ${bundle.bytes} bytes, ${bundle.codeBytes} of them our code; that is too large.`);
  const folder = join(root, "dist/addon", mode);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "Code.js"), bundle.code);
  writeFileSync(join(folder, "appsscript.json"), bundle.manifest);
  return { ...bundle, folder };
}
