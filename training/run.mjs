// `npm run train`: bundles the training and runs it. Writes core/tagger/model.json; the same corpus gives the same file.
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { install, root } from "../cli/bin/setup.mjs";

install();
const { build } = await import("esbuild");
const outfile = join(root, "dist/train.mjs");
await build({
  entryPoints: [join(root, "training/train.ts")],
  outfile,
  bundle: true,
  platform: "node",
  format: "esm",
  packages: "external",
  logLevel: "error",
});
process.exitCode =
  spawnSync(process.execPath, [outfile, ...process.argv.slice(2)], { cwd: root, stdio: "inherit" }).status ?? 1;
