/** `npm run deploy:addon -- --mode organisation --script-id ID`: builds, uploads and makes a version, with clasp. */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { buildAddOn } from "./build";

const USE = `npm run deploy:addon -- --mode public|organisation [--script-id ID] [--note TEXT] [--dry-run]

  --mode        public: people open each document with Plumbline; organisation: a folder and a schedule
  --script-id   the script to upload to; needed the first time, then remembered in dist/addon/
  --note        what is new, for the list of versions
  --dry-run     builds and shows what would be uploaded, and uploads nothing

docs/deploy-addon.md says how to get there.`;

function stop(problem: string): never {
  console.error(`${problem}\n\n${USE}`);
  process.exit(2);
}

const { values } = parseArgs({
  options: {
    mode: { type: "string" },
    "script-id": { type: "string" },
    note: { type: "string", default: "" },
    "dry-run": { type: "boolean", default: false },
  },
});
const { mode } = values;
if (mode !== "public" && mode !== "organisation") stop("Say which mode to deploy.");

const { folder, bytes } = await buildAddOn(process.cwd(), mode);
const project = join(folder, `../.clasp-${mode}.json`);
const known = existsSync(project) ? (JSON.parse(readFileSync(project, "utf8")) as { scriptId?: string }).scriptId : "";
const scriptId = values["script-id"] ?? known;
if (!scriptId) stop("Give the id of the script: Project settings, Script ID.");
if (!/^[\w-]{20,}$/.test(scriptId)) stop(`"${scriptId}" is no script id.`);
writeFileSync(project, `${JSON.stringify({ scriptId, rootDir: mode }, null, 2)}\n`);
console.log(`Built ${folder}: ${Math.round(bytes / 1000)} kB.`);

const clasp = join(process.cwd(), "node_modules/.bin", process.platform === "win32" ? "clasp.cmd" : "clasp");
const run = (...args: string[]): void => {
  const { status } = spawnSync(clasp, ["--project", project, ...args], {
    stdio: "inherit",
    shell: process.platform === "win32",
  });
  if (status === 0) return;
  console.error(
    "\nThat did not work. If you are not signed in: npx --no-install clasp login. Then type the same command again.",
  );
  process.exit(1);
};
if (values["dry-run"]) run("status");
else {
  run("push", "--force");
  run("create-version", values.note || `Plumbline ${new Date().toISOString().slice(0, 10)}`);
  console.log("\nUploaded, with a version of its own. People have it once a deployment points to that version:");
  console.log("in the script's editor, Deploy, Manage deployments. docs/deploy-addon.md goes through it.");
}
