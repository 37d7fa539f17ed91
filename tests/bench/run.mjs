// Bundles the bench and runs it, so that it measures built code.
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { install, root } from "../../cli/bin/setup.mjs";

install();
const { build } = await import("esbuild");
const outfile = join(root, "dist/bench.mjs");
await build({
  entryPoints: [join(root, "tests/bench/bench.ts")],
  outfile,
  bundle: true,
  platform: "node",
  format: "esm",
  packages: "external",
  logLevel: "error",
});
process.exitCode =
  spawnSync(process.execPath, [outfile, ...process.argv.slice(2)], { cwd: root, stdio: "inherit" }).status ?? 1;
