import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { KEPT_HERE } from "../../../../extension/components/options/kept-here";
import { freshDb } from "../../fresh-db";

const extension = join(import.meta.dirname, "../../../../extension");
const sources = readdirSync(extension, { recursive: true, encoding: "utf8" })
  .filter((path) => /\.tsx?$/.test(path))
  .map((path) => readFileSync(join(extension, path), "utf8"));
const settings = sources.flatMap((text) =>
  [...text.matchAll(/defineItem[^(]*\(\s*"(\w+:\w+)"/g)].map(([, key]) => key as string),
);

test("every table and every setting is named by one row of the privacy section, and by no other", () => {
  expect(settings).toContain("local:learned");
  const kept = [...freshDb().tables.map(({ name }) => name), ...settings];
  expect(KEPT_HERE.flatMap(({ holds }) => holds).sort()).toEqual(kept.sort());
});

test("nothing is kept but through these: no source reaches for a storage of the browser's by itself", () => {
  const reaching =
    /\b(?:browser|chrome)\.storage\b(?!\.managed)|\blocalStorage\b|\bsessionStorage\b|\bindexedDB\b|\bcaches\./;
  expect(sources.filter((text) => reaching.test(text))).toEqual([]);
});

test.each(KEPT_HERE)("the row $what says where that is: $where", ({ where, holds }) => {
  const places = { "local:": "settings", "session:": "memory" };
  const wanted = holds.map((name) => Object.entries(places).find(([area]) => name.startsWith(area))?.[1] ?? "database");
  const named = ["settings", "memory", "database"].filter((place) => where.includes(place));
  expect(named.sort()).toEqual([...new Set(wanted)].sort());
});
