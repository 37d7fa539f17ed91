// `npm run train`: bundles the training and runs it. Writes core/tagger/model.json; the same corpus gives the same file.
// `node training/run.mjs rows FOLDER FILE`: writes labelled lines for the training of an encoder (see training/encoder/train.py).
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { install, root } from "../cli/bin/setup.mjs";

install();
const [first, ...rest] = process.argv.slice(2);
const [name, args] = first === "rows" ? ["rows", rest] : ["train", process.argv.slice(2)];
const { build } = await import("esbuild");
const outfile = join(root, `dist/${name}.mjs`);
await build({
  entryPoints: [join(root, `training/${name}.ts`)],
  outfile,
  bundle: true,
  platform: "node",
  format: "esm",
  packages: "external",
  logLevel: "error",
});
process.exitCode = spawnSync(process.execPath, [outfile, ...args], { cwd: root, stdio: "inherit" }).status ?? 1;
