import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Where the extension's own pages are: a fixed one instead of one made up for each profile. */
export const EXTENSION_HOST = "5f2d7c3a-9a55-4c07-8a3e-1f4d1c9b7e10";

export interface ProfileOptions {
  /** Where all that is asked of port 443 goes, whatever the host. */
  readonly port: number;
  /** Id of the extension that is going to be installed. */
  readonly extension?: string;
  /** What an administrator's policy says to it (`storage.managed`). */
  readonly managed?: object;
}

/** Makes a folder that is a Firefox's profile and its home, where it looks for policies; gives its path. */
export function makeProfile({ port, extension, managed }: ProfileOptions): string {
  const home = mkdtempSync(join(tmpdir(), "plumbline-firefox-"));
  writeFileSync(join(home, "user.js"), preferences(port, extension));
  if (extension !== undefined && managed !== undefined) {
    const folder = join(home, ".mozilla/managed-storage");
    mkdirSync(folder, { recursive: true });
    const manifest = { name: extension, description: "A policy for tests", type: "storage", data: managed };
    writeFileSync(join(folder, `${extension}.json`), JSON.stringify(manifest));
  }
  return home;
}

function preferences(port: number, extension: string | undefined): string {
  const values = {
    "network.dns.forceResolve": "127.0.0.1",
    "network.socket.forcePort": `443=${port}`,
    "browser.shell.checkDefaultBrowser": false,
    "browser.startup.homepage_override.mstone": "ignore",
    "browser.aboutwelcome.enabled": false,
    "datareporting.policy.dataSubmissionEnabled": false,
    "app.normandy.enabled": false,
    "app.update.enabled": false,
    // After a crash it would ask whether to open the last pages again, or start in its safe mode.
    "browser.sessionstore.resume_from_crash": false,
    "toolkit.startup.max_resumed_crashes": -1,
    "extensions.webextensions.uuids": JSON.stringify(extension === undefined ? {} : { [extension]: EXTENSION_HOST }),
  };
  return Object.entries(values)
    .map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`)
    .join("");
}
