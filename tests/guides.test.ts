import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { notesFromJson } from "../core/index";
import { redirectAddress } from "../extension/services/sync/sign-in/redirect";
import about from "../package.json" with { type: "json" };
import config from "../wxt.config";

const root = join(import.meta.dirname, "..");
const textOf = (path: string): string => readFileSync(join(root, path), "utf8");
const GUIDES = [
  "README.md",
  "ARCHITECTURE.md",
  "CONTRIBUTING.md",
  "deep-reader/README.md",
  ...readdirSync(join(root, "docs"))
    .filter((name) => name.endsWith(".md"))
    .map((name) => `docs/${name}`),
];

describe.each(GUIDES)("%s", (path) => {
  const text = textOf(path);

  test("links only to files and headings that there are", () => {
    const broken = [...text.matchAll(/\]\((?!https?:)([^)#]*)(?:#([^)]*))?\)/g)].filter(([, to = "", heading]) => {
      const target = to ? join(dirname(path), to) : path;
      return !existsSync(join(root, target)) || (heading !== undefined && !anchorsOf(textOf(target)).includes(heading));
    });
    expect(broken.map(([link]) => link)).toEqual([]);
  });

  test("names only scripts that package.json has", () => {
    const named = [...text.matchAll(/\bnpm run (?:-s )?([a-z][\w:-]*)/g)].map(([, name = ""]) => name);
    expect(named.filter((name) => !(name in about.scripts))).toEqual([]);
  });
});

/** What a heading is linked by. */
const anchorsOf = (text: string): string[] =>
  [...text.matchAll(/^#+ (.+)$/gm)].map(([, title = ""]) =>
    title
      .toLowerCase()
      .replace(/[^\w\s-]/g, "")
      .replace(/\s/g, "-"),
  );

test("no advice has npx fetch a package that bears a program's name", () => {
  const advice = [...GUIDES, "apps-script/build/deploy.ts"].flatMap((path) => textOf(path).match(/\bnpx .{12}/g) ?? []);
  expect(advice).toContain("npx --no-install");
  expect(advice.filter((words) => !words.startsWith("npx --no-install"))).toEqual([]);
});

test("the example of Notes JSON is read without a warning", () => {
  const [, example = ""] = /## Notes JSON[\s\S]*?```\n([^`]+)```/.exec(textOf("docs/district.md")) ?? [];
  const read = notesFromJson(example);
  expect(read).toMatchObject({ ok: true, warnings: [] });
  expect(read.ok && Object.keys(read.notes).sort()).toEqual(["date", "level", "lines", "model", "title", "type"]);
});

describe("docs/deploy-extension.md", () => {
  const guide = textOf("docs/deploy-extension.md");
  const manifestFor = async (browser: "chrome" | "firefox") => {
    if (typeof config.manifest !== "function") throw new Error("The manifest is no function of the browser any more.");
    return config.manifest({ browser, manifestVersion: 3, mode: "production", command: "build" });
  };

  test("has the id and the redirect that Chrome derives from the manifest's key", async () => {
    const { key, minimum_chrome_version } = await manifestFor("chrome");
    const hash = createHash("sha256")
      .update(Buffer.from(String(key), "base64"))
      .digest("hex")
      .slice(0, 32);
    const id = [...hash].map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 16))).join("");
    expect(guide).toContain(`Its id is \`${id}\``);
    expect(guide).toContain(`\`${redirectAddress(`https://${id}.chromiumapp.org/`)}\``);
    expect(guide).toContain(`(or another Chromium) ${minimum_chrome_version} or later`);
  });

  test("has the id and the redirect that Firefox derives from the manifest's id", async () => {
    const { id, strict_min_version } = (await manifestFor("firefox")).browser_specific_settings?.gecko ?? {};
    const label = createHash("sha1").update(String(id)).digest("hex");
    expect(guide.split(`"${id}"`)).toHaveLength(3);
    expect(guide).toContain(`\`${redirectAddress(`https://${label}.extensions.allizom.org/`)}\``);
    expect(guide).toContain(`Firefox ${Number.parseInt(String(strict_min_version), 10)} or later`);
  });
});
