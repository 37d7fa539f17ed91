// Brings the project to where it can run: the right Node, packages from the lockfile, a fresh build. Plain JavaScript with
// nothing but Node's own modules, since it runs before any package is installed.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = join(dirname(fileURLToPath(import.meta.url)), "../..");
const built = join(root, "dist/plumbline.mjs");
const stamp = join(root, "node_modules/.plumbline-lock");

const say = (text) => process.stderr.write(`${text}\n`);
const stop = (problem, remedy) => {
  say(`\n${problem}\n${remedy}`);
  process.exit(2);
};

/** What the packages take, as "engines" in package.json says it: the least minor of the older majors, and the major from which all do. */
const LEAST_MINOR = { 20: 19, 22: 13 };
const ALL_FROM = 24;

function checkNode() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major >= ALL_FROM || minor >= LEAST_MINOR[major]) return;
  stop(
    `Plumbline needs Node 20 (20.19 or later), 22 (22.13 or later), or 24 and later; this is ${process.versions.node}.`,
    "Install a current Node from nodejs.org, then type the same command again.",
  );
}

/** Installs what the lockfile names, unless that very lockfile was installed before. */
export function install() {
  checkNode();
  const lock = createHash("sha256")
    .update(readFileSync(join(root, "package-lock.json")))
    .digest("hex");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === lock) return;
  say("Installing packages from the lockfile (first time only, about a minute) …");
  const npm = process.env.npm_execpath;
  const args = ["ci", "--no-audit", "--no-fund", "--loglevel=error"];
  const result = npm
    ? spawnSync(process.execPath, [npm, ...args], { cwd: root, stdio: ["ignore", 2, 2] })
    : spawnSync("npm", args, { cwd: root, stdio: ["ignore", 2, 2], shell: process.platform === "win32" });
  if (result.status !== 0) {
    stop("The packages could not be installed.", "Check the network, then type the same command again.");
  }
  writeFileSync(stamp, lock);
}

/** Builds the command line, unless the build is newer than every source. */
export async function build() {
  const sources = ["core", "deep-reader", "cli"].map((folder) => join(root, folder));
  if (existsSync(built) && newest(sources) <= statSync(built).mtimeMs) return;
  say("Building …");
  const { build: bundle } = await import("esbuild");
  mkdirSync(dirname(built), { recursive: true });
  const { outputFiles } = await bundle({
    entryPoints: [join(root, "cli/main.ts")],
    outfile: built,
    bundle: true,
    platform: "node",
    target: "node20.19",
    format: "esm",
    packages: "external",
    sourcemap: true,
    logLevel: "error",
    write: false,
  });
  // Renamed into place, so that another run never meets half a build.
  for (const { path, contents } of outputFiles) {
    const fresh = `${path}.${process.pid}`;
    writeFileSync(fresh, contents);
    renameSync(fresh, path);
  }
}

/** Bundles one TypeScript file of the project and runs it with these arguments: for commands of developers. */
export async function runBundled(entry, args) {
  install();
  const { build: bundle } = await import("esbuild");
  const outfile = join(root, "dist", `${entry.replace(/\W+/g, "-")}.mjs`);
  await bundle({
    entryPoints: [join(root, entry)],
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    packages: "external",
    logLevel: "error",
  });
  process.exitCode = spawnSync(process.execPath, [outfile, ...args], { cwd: root, stdio: "inherit" }).status ?? 1;
}

/** When the newest file under some folders was changed, in milliseconds. */
function newest(folders) {
  let latest = 0;
  for (const folder of folders) {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name);
      latest = Math.max(latest, entry.isDirectory() ? newest([path]) : statSync(path).mtimeMs);
    }
  }
  return latest;
}

/** Runs the command line with these arguments. */
export async function run(args) {
  const { main } = await import(new URL("../../dist/plumbline.mjs", import.meta.url).href);
  process.exitCode = await main(args);
}
