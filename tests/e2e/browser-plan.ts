/** What there is on this machine. */
export interface Machine {
  readonly chromium: boolean;
  readonly firefox: boolean;
  readonly isDebian: boolean;
  readonly isRoot: boolean;
}

const PACKAGES = { chromium: ["chromium", "fonts-liberation"], firefox: ["firefox-esr"] } as const;
const NAMES = { chromium: "Chromium or Chrome for Testing", firefox: "Firefox" } as const;

/** The browsers that are missing, by the names that people know. */
export function missing(machine: Machine): string[] {
  return kinds.filter((kind) => !machine[kind]).map((kind) => NAMES[kind]);
}

/** The Debian packages to install so that no browser is missing; none where we may not. */
export function packagesToInstall(machine: Machine): string[] {
  if (!machine.isDebian || !machine.isRoot) return [];
  return kinds.filter((kind) => !machine[kind]).flatMap((kind) => PACKAGES[kind]);
}

/** What to tell a person about browsers that are still missing. */
export function advice(machine: Machine, isCi: boolean): string {
  const names = missing(machine).join(" and no ");
  const effect = isCi ? "In CI that is a failure." : "The tests that need one are skipped and named at the end.";
  const remedy = `Install one (on Debian: apt-get install chromium fonts-liberation firefox-esr), or say where it is with
PLUMBLINE_CHROMIUM or PLUMBLINE_FIREFOX. Branded Chrome is no use: it does not load an extension that is not installed.`;
  return `There is no ${names}. ${effect}\n${remedy}`;
}

const kinds = ["chromium", "firefox"] as const;
