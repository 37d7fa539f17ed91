// `npm run evaluate`: bundles the evaluation and runs it. The same meetings give the same figures.
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { install, root } from "../cli/bin/setup.mjs";

install();
const { build } = await import("esbuild");
const outfile = join(root, "dist/evaluate.mjs");
await build({
  entryPoints: [join(root, "evaluation/main.ts")],
  outfile,
  bundle: true,
  platform: "node",
  format: "esm",
  packages: "external",
  logLevel: "error",
});
process.exitCode =
  spawnSync(process.execPath, [outfile, ...process.argv.slice(2)], { cwd: root, stdio: "inherit" }).status ?? 1;
