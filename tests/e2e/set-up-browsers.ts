import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { advice, type Machine, missing, packagesToInstall } from "./browser-plan";
import { findChromium, findFirefox } from "./find-browsers";

const say = (text: string) => process.stderr.write(`${text}\n`);

const OS = "/etc/os-release";
const look = (): Machine => ({
  chromium: findChromium() !== undefined,
  firefox: findFirefox() !== undefined,
  isDebian: existsSync(OS) && /^ID="?debian"?$/m.test(readFileSync(OS, "utf8")),
  isRoot: process.getuid?.() === 0,
});

/** Whether a step of the package manager went well. What it prints is kept for when it did not. */
function apt(...args: readonly string[]): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const { status, stdout, stderr } = spawnSync("apt-get", args, { encoding: "utf8", env });
  if (status !== 0) say(`apt-get ${args.join(" ")} did not work:\n${stdout ?? ""}${stderr ?? ""}`);
  return status === 0;
}

const packages = packagesToInstall(look());
if (packages.length) {
  say(`Installing ${packages.join(", ")} for the tests in a browser (first time only, a minute or two) …`);
  if (apt("update")) apt("install", "-y", "--no-install-recommends", ...packages);
}
const machine = look();
const isCi = process.env.CI === "true";
if (missing(machine).length) {
  say(advice(machine, isCi));
  process.exitCode = isCi ? 1 : 0;
}
