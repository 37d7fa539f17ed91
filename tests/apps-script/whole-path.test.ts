import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { notesOfDocument } from "../../apps-script/document/notes-of-document";
import { coverageOf } from "../../core/coverage/coverage";
import { plcRubric } from "../../core/rubric/rubric";
import { createTagger } from "../../core/tagger/tagger";
import { docsFromMarkdown } from "./docs-from-markdown";
import { NOVEMBER, OCTOBER, SEPTEMBER } from "./meetings";
import { Team } from "./team";

const sample = readFileSync(join(import.meta.dirname, "../../cli/samples/2025-11-05 gr4 notes.md"), "utf8");
const texts = [SEPTEMBER, OCTOBER, NOVEMBER, sample];
const team = new Team();
const ids = texts.map((text) => team.document(text));
team.add(...ids);
team.finish();
const tagger = createTagger(plcRubric);
const coverage = coverageOf(
  texts.map((text, at) => ({
    source: ids[at] ?? "",
    tagged: tagger.tag(notesOfDocument(docsFromMarkdown(text))[0]?.notes ?? { lines: [] }),
  })),
  plcRubric,
);

describe("the workbook of four documents, written by the built add-on", () => {
  test("holds the tags that the core finds, and marks those that are printed on every sheet", () => {
    const evidence = team.rows("evidence").filter(({ tier }) => tier !== "Printed text");
    const inSheet = evidence.map(({ source, code, quote, stance }) => `${source} ${code} ${stance} ${quote}`).sort();
    const names = { evidenced: "Evidenced", planned: "Planned", contrary: "Found missing" };
    const inCore = coverage.meetings.flatMap(({ source, tags }) =>
      tags.map(({ indicator, stance, text }) => `${source} ${indicator} ${names[stance]} ${text}`),
    );
    expect(inSheet).toEqual(inCore.sort());
    expect(inSheet.length).toBeGreaterThan(30);
  });

  test("counts each meeting as the core does", () => {
    const inSheet = team
      .rows("meetings")
      .map(({ source, date, lines, found, suggested }) => [source, date, lines, found, suggested]);
    const inCore = coverage.meetings.map(({ source, date, lines, tags }) => [
      source,
      date,
      lines,
      tags.filter(({ tier }) => tier === "found").length,
      tags.filter(({ tier }) => tier === "suggested").length,
    ]);
    const bySource = (a: readonly unknown[], b: readonly unknown[]) => (String(a[0]) < String(b[0]) ? -1 : 1);
    expect([...inSheet].sort(bySource)).toEqual([...inCore].sort(bySource));
  });

  test("gives each practice the totals of the core", () => {
    const overview = new Map(team.rows("overview").map((row) => [row.key, row]));
    for (const { code } of plcRubric.indicators) {
      const totals = coverage.totals.indicators[code];
      expect(overview.get(`practice:${code}`)).toMatchObject({
        total: (totals?.evidenced ?? 0) + (totals?.planned ?? 0),
        last: totals?.lastSeen ?? "",
        state: totals?.state,
      });
    }
  });

  test("adds the months up to the totals", () => {
    for (const row of team.rows("overview").filter(({ key }) => /^(?:practice|dimension):/.test(String(key)))) {
      const months = ["before", ...Array.from({ length: 12 }, (_, at) => `m${at}`)].map((id) => Number(row[id]));
      expect(months.reduce((sum, count) => sum + count, 0)).toBe(row.total);
    }
  });

  test("leads from every line to its heading in the document", () => {
    const links = team
      .rows("evidence")
      .map(({ link, source }) =>
        String(link).startsWith(`https://docs.google.com/document/d/${source}/edit?tab=t.0#heading=h.`),
      );
    expect(links.every(Boolean)).toBe(true);
  });

  test("lists every meeting once in Coverage, under one row of trends", () => {
    expect(team.rows("coverage").map(({ date }) => date)).toEqual([
      "",
      "2025-09-03",
      "2025-10-08",
      "2025-11-05",
      "2025-11-05",
    ]);
  });

  test("needs one look at each document", () => {
    expect(team.rows("sources").map(({ state, meetings }) => [state, meetings])).toEqual(Array(4).fill(["Read", 1]));
  });
});
