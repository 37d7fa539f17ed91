import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createContext, Script } from "node:vm";
import { parse } from "acorn";
import { afterAll, describe, expect, test } from "vitest";
import { bundleAddOn } from "../../../apps-script/build/bundle";
import { manifestOf, runFunctionsOf, scopesOf } from "../../../apps-script/build/manifest";

const root = join(import.meta.dirname, "../../..");
const MODES = ["public", "organisation"] as const;
const bundles = { public: await bundleAddOn(root, "public"), organisation: await bundleAddOn(root, "organisation") };
const made: string[] = [];
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true });
});

/** Nothing but the language, and less of it than a browser has. */
function bareWorld(code: string): Record<string, unknown> {
  const world = createContext({});
  for (const name of ["console", "WebAssembly", "SharedArrayBuffer", "Atomics"])
    new Script(`delete globalThis.${name}`).runInContext(world);
  new Script(code).runInContext(world);
  return world;
}

describe.each(MODES)("the %s bundle", (mode) => {
  const { code, functions, manifest, bytes, codeBytes } = bundles[mode];

  test("is a plain script in the JavaScript of 2019", () => {
    const { body } = parse(code, { ecmaVersion: 2019, sourceType: "script" });
    const declared = body.flatMap((node) => (node.type === "FunctionDeclaration" ? [node.id.name] : []));
    expect(declared.sort()).toEqual(functions);
  });

  test("loads where there is nothing but the language", () => {
    const world = bareWorld(code);
    expect(functions.filter((name) => typeof world[name] !== "function")).toEqual([]);
  });

  test("is no larger than 1 MB, 210 kB of it code", () => {
    expect(bytes).toBeLessThanOrEqual(1_000_000);
    expect(codeBytes).toBeLessThanOrEqual(210_000);
  });

  test("has every function that its manifest names", () => {
    const named = runFunctionsOf(JSON.parse(manifest) as object);
    expect(named.length).toBeGreaterThan(6);
    expect(named.filter((name) => !functions.includes(name))).toEqual([]);
  });

  test("is all that clasp would upload, with its manifest", () => {
    const folder = mkdtempSync(join(tmpdir(), "plumbline-"));
    made.push(folder);
    mkdirSync(join(folder, mode));
    writeFileSync(join(folder, mode, "Code.js"), code);
    writeFileSync(join(folder, mode, "appsscript.json"), manifest);
    writeFileSync(join(folder, ".clasp.json"), JSON.stringify({ scriptId: "none", rootDir: mode }));
    const clasp = join(root, "node_modules/.bin/clasp");
    const status = JSON.parse(execFileSync(clasp, ["status", "--json"], { cwd: folder, encoding: "utf8" })) as {
      filesToPush: string[];
      untrackedFiles: string[];
    };
    expect([...status.filesToPush].sort()).toEqual([`${mode}/Code.js`, `${mode}/appsscript.json`]);
    expect(status.untrackedFiles).toEqual([]);
  }, 60_000);
});

const auth = (names: string) => names.split(" ").map((name) => `https://www.googleapis.com/auth/${name}`);
const EVERYWHERE =
  "drive.file drive.addons.metadata.readonly calendar.addons.execute calendar.addons.current.event.read";
const ALLOWED = {
  public: auth(EVERYWHERE),
  organisation: auth(
    `${EVERYWHERE} drive.metadata.readonly documents.readonly calendar.events.readonly script.scriptapp`,
  ),
};

test.each(MODES)("the %s deployment asks for these rights and no other", (mode) => {
  expect([...manifestOf(mode).oauthScopes].sort()).toEqual([...ALLOWED[mode]].sort());
});

test("every right says what it is for", () => {
  expect(scopesOf("organisation").filter(({ why }) => !/^to .{10,}/.test(why))).toEqual([]);
});
