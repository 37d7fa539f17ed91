import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, test, vi } from "vitest";
import { build } from "wxt";
import { clientId } from "../../../extension/services/sync/sign-in/client-id";
import { scratch } from "../../cli/scratch";
import { BUILT } from "../extension";

const root = join(import.meta.dirname, "../../..");
const ID = "9-built.apps.googleusercontent.com";

/** All scripts of a built extension, in one text. */
const scriptsOf = (folder: string): string =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".js"))
    .map((path) => readFileSync(join(folder, path), "utf8"))
    .join("\n");

afterEach(() => vi.unstubAllEnvs());

test("a school that builds with its client id gets it in the extension", async () => {
  vi.stubEnv("NODE_ENV", "production");
  vi.stubEnv("WXT_GOOGLE_CLIENT_ID", ID);
  const outDir = scratch();
  const none = () => {};
  const logger = { ...{ debug: none, log: none, info: none, success: none, warn: none }, error: none, fatal: none };
  await build({ root, outDir, browser: "chrome", mode: "production", logger: { ...logger, level: 0 } });
  expect(scriptsOf(join(outDir, "chrome-mv3"))).toContain(ID);
});

describe.each(Object.entries(BUILT))("what is shipped for %s", (_, folder) => {
  const scripts = scriptsOf(join(root, folder));

  test("holds neither a client id nor a secret", () => {
    expect(scripts).toContain("googleClientId");
    expect(scripts).not.toMatch(/\d-\w+\.apps\.googleusercontent\.com|client_secret|GOCSPX-/);
  });
});

test("the policy's schema names the one setting that is read, and says what it is for", async () => {
  const manifest = JSON.parse(readFileSync(join(root, BUILT.chromium, "manifest.json"), "utf8"));
  const schema = JSON.parse(readFileSync(join(root, BUILT.chromium, manifest.storage.managed_schema), "utf8"));
  expect(Object.keys(schema.properties)).toHaveLength(1);
  const [[name, { type, description }]] = Object.entries<{ type: string; description: string }>(schema.properties) as [
    [string, { type: string; description: string }],
  ];
  expect(type).toBe("string");
  const [example] = /\S+\.apps\.googleusercontent\.com/.exec(description) ?? [];
  expect(await clientId(async () => ({ [name]: example }), undefined)).toBe(example);
});
