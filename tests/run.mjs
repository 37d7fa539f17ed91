// `npm test`: set up, then format, lint and types, then all tests. Ends with one plain line of counts.
import { spawnSync } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { build, install, root, runBundled } from "../cli/bin/setup.mjs";

install();
await build();

const results = join(root, "dist/test-results.json");
const bin = (name) => join(root, "node_modules/.bin", process.platform === "win32" ? `${name}.cmd` : name);
const run = (program, args) =>
  spawnSync(bin(program), args, { cwd: root, stdio: "inherit", shell: process.platform === "win32" }).status === 0;

const only = process.argv.slice(2);
const checks = only.length
  ? []
  : [
      ["Format and lint", run("biome", ["check", "."])],
      ["Types of the core, which may know no host", run("tsc", ["-p", "core"])],
      ["Types of the add-on, which runs on Google's servers", run("tsc", ["-p", "apps-script"])],
      ["Types of everything else", run("tsc", ["-p", "."])],
    ];
// Where no browser can be had, the tests in one are skipped and named below; in CI that is a failure.
if (only.length === 0 || only.some((path) => /e2e|replica|extension/.test(path))) {
  await runBundled("tests/e2e/set-up-browsers.ts", []);
  if (process.exitCode) checks.push(["Browsers, which CI needs for the tests in one", false]);
}
rmSync(results, { force: true });
const ran = run("vitest", ["run", "--reporter=default", "--reporter=json", `--outputFile=${results}`, ...only]);

const counts = { passed: 0, failed: 0, skipped: 0 };
for (const [name, passed] of checks) {
  counts[passed ? "passed" : "failed"]++;
  console.log(`${passed ? "✓" : "✗"} ${name}`);
}
try {
  const report = JSON.parse(readFileSync(results, "utf8"));
  for (const { name, status, assertionResults } of report.testResults) {
    // A file that could not even be loaded has no tests to count.
    if (status === "failed" && assertionResults.length === 0) counts.failed++;
    for (const test of assertionResults) {
      if (test.status === "passed") counts.passed++;
      else if (test.status === "failed") counts.failed++;
      else {
        counts.skipped++;
        console.log(`skipped: ${test.fullName} (${name.slice(root.length + 1)})`);
      }
    }
  }
} catch {
  counts.failed++;
  console.log("The tests did not run to their end.");
}
if (!ran && counts.failed === 0) counts.failed++;
console.log(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
process.exitCode = counts.failed === 0 ? 0 : 1;
