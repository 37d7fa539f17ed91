import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type CoverageSource, coverageOf, type Line, plcRubric, splitMeetings } from "../../../core/index";
import { canRepeat } from "../../../core/notes/template";
import { anyDocument, bullet, documentOf, heading, tagOf } from "./documents";

const NORM = "Start on time, assume good will";

describe("a coverage of any documents", () => {
  const anyDocuments = fc.array(anyDocument, { maxLength: 7 });

  test("is the same in any order of them", () => {
    const shuffled = anyDocuments.chain((documents) =>
      fc.tuple(
        fc.constant(documents),
        fc.shuffledSubarray(documents, { minLength: documents.length, maxLength: documents.length }),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([documents, other]) => {
        const coverage = coverageOf(documents, plcRubric);
        expect(coverageOf(other, plcRubric)).toEqual(coverage);
        expect(JSON.stringify(coverageOf(other, plcRubric))).toBe(JSON.stringify(coverage));
      }),
    );
  });

  test("leads from each tag to its line, with the headings above it", () => {
    fc.assert(
      fc.property(anyDocument, ({ source, tagged }) => {
        for (const { tags, commitments } of coverageOf([{ source, tagged }], plcRubric).meetings) {
          for (const { line, text, headings, ...tag } of tags) {
            expect(tagged.notes.lines[line]?.text).toBe(text);
            expect(tagged.headings[line]).toEqual(headings);
            expect(tagged.tags[line]).toContainEqual(tag);
          }
          for (const { line, what } of commitments) expect(tagged.notes.lines[line]?.text).toBe(what);
        }
      }),
    );
  });

  test("leaves out the tags of headings, of blank lines and of print, and no others", () => {
    fc.assert(
      fc.property(anyDocuments, (documents) => {
        const sheets = documents.flatMap(({ tagged }) => splitMeetings(tagged.notes).map(({ notes }) => notes.lines));
        const isPrint = (line: Line) =>
          canRepeat(line) &&
          sheets.filter((lines) => lines.some((other) => canRepeat(other) && other.text === line.text)).length >= 3;
        const counts = documents.flatMap(({ tagged }) =>
          tagged.notes.lines.flatMap((line, at) =>
            line.kind === "heading" || line.text === "" || tagged.template[at] || isPrint(line)
              ? []
              : (tagged.tags[at] ?? []).map(({ indicator }) => `${indicator} ${line.text}`),
          ),
        );
        const kept = coverageOf(documents, plcRubric).meetings.flatMap(({ tags }) =>
          tags.map(({ indicator, text }) => `${indicator} ${text}`),
        );
        expect(kept.sort()).toEqual(counts.sort());
      }),
    );
  });

  test("orders its meetings by date, those without one last", () => {
    fc.assert(
      fc.property(anyDocuments, (documents) => {
        const dates = coverageOf(documents, plcRubric).meetings.map(({ date }) => date ?? "later");
        expect(dates).toEqual([...dates].sort());
      }),
    );
  });

  test("is plain data: it goes through JSON whole", () => {
    fc.assert(
      fc.property(anyDocuments, (documents) => {
        const coverage = coverageOf(documents, plcRubric, "Team");
        expect(JSON.parse(JSON.stringify(coverage))).toStrictEqual(coverage);
      }),
    );
  });

  test("changes nothing of what it is given", () => {
    fc.assert(
      fc.property(anyDocuments, (documents) => {
        const before = structuredClone(documents);
        coverageOf(documents, plcRubric);
        expect(documents).toEqual(before);
      }),
    );
  });
});

test("a coverage names its rubric, and the team where there is one", () => {
  const { id, version } = plcRubric;
  expect(coverageOf([], plcRubric)).toMatchObject({ version: 1, rubric: { id, version }, meetings: [] });
  expect(coverageOf([], plcRubric)).not.toHaveProperty("team");
  expect(coverageOf([], plcRubric, "Grade 4").team).toBe("Grade 4");
});

test("a meeting says what it was read from; notes without a title are called by their source", () => {
  const lines = [bullet("a")];
  const { meetings } = coverageOf(
    [
      documentOf(lines, { source: "b.md", title: "  PLC ", date: "2025-10-08", type: "agenda" }),
      documentOf(lines, { source: "a.md", title: " " }),
    ],
    plcRubric,
  );
  expect(meetings).toEqual([
    { title: "PLC", date: "2025-10-08", source: "b.md", type: "agenda", lines: 1, tags: [], commitments: [] },
    { title: "a.md", source: "a.md", type: "minutes", lines: 1, tags: [], commitments: [] },
  ]);
});

test("a running log gives its meetings, each with the line numbers of the file", () => {
  const log = documentOf(
    [
      heading("Algebra log"),
      [bullet("kept with the first"), tagOf("SB1")],
      heading("Wed 10/8/2025"),
      [bullet("slips sorted"), tagOf("SL3")],
      heading("Wed 10/22"),
      bullet("nothing"),
      [bullet("visit planned"), tagOf("CT4", { stance: "planned" })],
      heading("Wed 1/7"),
      [bullet("visit done"), tagOf("CT4")],
    ],
    { title: "Log", source: "log.md" },
  );
  const { meetings, totals } = coverageOf([log], plcRubric);
  expect(
    meetings.map(({ date, lines, tags }) => [date, lines, tags.map(({ line, indicator }) => [line, indicator])]),
  ).toEqual([
    [
      "2025-10-08",
      2,
      [
        [1, "SB1"],
        [3, "SL3"],
      ],
    ],
    ["2025-10-22", 2, [[6, "CT4"]]],
    ["2026-01-07", 1, [[8, "CT4"]]],
  ]);
  expect(meetings[2]?.tags[0]?.headings).toEqual(["Wed 1/7"]);
  expect(totals.indicators.CT4).toEqual({
    evidenced: 1,
    planned: 1,
    contrary: 0,
    suggested: 0,
    meetings: 2,
    firstSeen: "2026-01-07",
    lastSeen: "2026-01-07",
    state: "seen",
  });
});

describe("a line that stands word for word in several meetings", () => {
  const meetings = (text: string, count: number): CoverageSource[] =>
    Array.from({ length: count }, (_, n) =>
      documentOf([[bullet(text), tagOf("SB1")], bullet(`own words ${n}`)], {
        source: `${n}.md`,
        date: `2025-10-0${n + 1}`,
      }),
    );

  test.each([
    [NORM, 2, 2, "seen"],
    [NORM, 3, 0, "not yet seen"],
    [NORM, 7, 0, "not yet seen"],
    // Fewer words are shorthand that a note-taker may well type again.
    ["norms reviewed", 5, 5, "seen"],
  ])("%j in %i meetings is counted %i times", (text, count, evidenced, state) => {
    const coverage = coverageOf(meetings(text, count), plcRubric);
    expect(coverage.totals.indicators.SB1).toMatchObject({ evidenced, meetings: evidenced, state });
    expect(coverage.totals.dimensions.SB).toMatchObject({ evidenced, meetings: evidenced, state });
    expect(coverage.meetings.map(({ lines }) => lines)).toEqual(Array(count).fill(evidenced ? 2 : 1));
  });

  test("is print in the meetings of one running log too", () => {
    const log = documentOf(
      ["10/8/2025", "10/22/2025", "11/5/2025"].flatMap((day) => [heading(day), [bullet(NORM), tagOf("SB1")] as const]),
    );
    const coverage = coverageOf([log], plcRubric);
    expect(coverage.meetings).toHaveLength(3);
    expect(coverage.totals.indicators.SB1?.state).toBe("not yet seen");
  });

  test("is not print where one meeting says it three times", () => {
    const [other] = meetings(NORM, 1) as [CoverageSource];
    const once = documentOf(
      [
        [bullet(NORM), tagOf("SB1")],
        [bullet(NORM), tagOf("SB1")],
      ],
      { source: "x.md" },
    );
    expect(coverageOf([once, other], plcRubric).totals.indicators.SB1).toMatchObject({ evidenced: 3, meetings: 2 });
  });
});

test("a line that the tagger took for print is not counted", () => {
  const { meetings, totals } = coverageOf(
    [documentOf([[bullet("Date: ____"), tagOf("SB1")], bullet("a")], { template: [0] })],
    plcRubric,
  );
  expect(meetings[0]).toMatchObject({ lines: 1, tags: [] });
  expect(totals.indicators.SB1?.evidenced).toBe(0);
});
