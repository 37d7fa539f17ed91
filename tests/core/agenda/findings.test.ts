import { describe, expect, test } from "vitest";
import {
  adaptRubric,
  type Coverage,
  checkAgenda,
  coverageOf,
  createTagger,
  type Finding,
  type NotesType,
  notesFromText,
  plcRubric,
} from "../../../core/index";
import { historyNamed } from "./corpus";

const AGENDA = "PLC agenda, 50 minutes\n\n- Norms (5 min)\n- Exit slips: sort (20 min)\n- Next steps (5 min)\n";
const grade4 = historyNamed("grade4");
const of = (type: Finding["type"], findings: readonly Finding[]) => findings.filter((finding) => finding.type === type);

describe("neglected practices", () => {
  const check = (rubric = adaptRubric(plcRubric, { level: "grade" }), more = "") =>
    of("neglected", checkAgenda({ ...notesFromText(AGENDA + more), date: "2025-12-17" }, rubric, grade4).findings);

  test("are at most three, those at the heart of the level first", () => {
    expect(check()).toHaveLength(3);
    expect(check()[0]?.indicators).toEqual(["SB2"]);
    expect(check()[0]?.message).toContain("not yet seen in your last 7 meetings");
  });

  test("leave out what the agenda promises", () => {
    const promised = check(undefined, "- Regroup across our classes for next week's intervention block (5 min)\n");
    expect(promised.flatMap(({ indicators }) => indicators)).not.toContain("SB2");
  });

  test("follow the weights of the model", () => {
    const codes = check(adaptRubric(plcRubric, { model: "dufour", level: "district" })).flatMap(
      ({ indicators }) => indicators,
    );
    expect(codes).toContain("SB6");
  });

  test("are not named from meetings on the day of the agenda or after it", () => {
    const { findings } = checkAgenda(
      { ...notesFromText(AGENDA), date: "2025-09-17", level: "grade" },
      plcRubric,
      grade4,
    );
    expect(of("neglected", findings)).toEqual([]);
  });
});

describe("what was promised", () => {
  const followUps = (date: string, more = "") =>
    of(
      "followUp",
      checkAgenda({ ...notesFromText(AGENDA + more), date, level: "grade" }, plcRubric, grade4).findings,
    ).map(({ message }) => message.split(" ")[0]);

  test("comes up from the day it is due, the latest due first", () => {
    expect(followUps("2025-12-10")).toEqual(["Jo"]);
    expect(followUps("2025-12-17")).toEqual(["Wendell", "Deepa", "Jo"]);
    expect(followUps("2026-01-15")).toContain("Cilla");
  });

  test.each([
    ["- Tutoring slots for January (5 min)\n", ["Deepa", "Jo"]],
    ["- Deepa: the papers (5 min)\n", ["Wendell", "Jo"]],
    ["- Did we do what we said? (5 min)\n", []],
    ["- Review action items (5 min)\n", []],
  ])("%j on the agenda leaves open what %j took on", (item, open) => {
    expect(followUps("2025-12-17", item)).toEqual(open);
  });
});

/** What a team's documents show, each read as minutes or as an agenda. */
function historyOf(...documents: readonly (readonly [text: string, type: NotesType])[]): Coverage {
  const tagger = createTagger(plcRubric);
  const sources = documents.map(([text, type], at) => ({
    source: String(at),
    tagged: tagger.tag({ ...notesFromText(text), type }),
  }));
  return coverageOf(sources, plcRubric);
}

const meeting = (day: string, next: string) =>
  `# Grade 4 PLC, ${day}\n\n- Sorted the exit slips into three piles\n\n## Next steps\n\n- ${next}\n`;
const OCTOBER = [meeting("2025-10-01", "Jo to book the room"), meeting("2025-10-08", "Priya to bring the papers")];
const EARLIER = OCTOBER.map((text) => [text, "minutes"] as const);
const NEXT = "# Grade 4 PLC agenda, 2025-10-15\n\n- Reading groups (20 min)\n";

describe("an agenda that lies beside the minutes of its day", () => {
  const minutesOnly = checkAgenda(notesFromText(NEXT), plcRubric, historyOf(...EARLIER));
  const agendaOf = (day: string) =>
    [`# Agenda, ${day}\n\n- Ben: norms (5 min)\n- Reading groups (20 min)\n`, "agenda"] as const;

  test("is one meeting with them, of which the minutes tell", () => {
    expect(minutesOnly.findings.find(({ type }) => type === "followUp")?.message).toContain("Priya took this on");
    expect(minutesOnly.cautions.join()).toContain("fewer than three meetings");
    const both = historyOf(agendaOf("2025-10-01"), ...EARLIER, agendaOf("2025-10-08"));
    expect(checkAgenda(notesFromText(NEXT), plcRubric, both)).toEqual(minutesOnly);
  });

  test("without a day is taken for no meeting: it may be a form, or one still to come", () => {
    const form = ["# Agenda\n\n- Norms (5 min)\n", "agenda"] as const;
    expect(checkAgenda(notesFromText(NEXT), plcRubric, historyOf(form, ...EARLIER))).toEqual(minutesOnly);
  });

  test("stands for its meeting where nobody kept minutes", () => {
    const { cautions } = checkAgenda(
      notesFromText(NEXT),
      plcRubric,
      historyOf(agendaOf("2025-09-24"), ...EARLIER, agendaOf("2025-10-08")),
    );
    expect(cautions.join()).not.toContain("fewer than three");
  });

  test("two minutes of one day are one meeting with the promises of both", () => {
    const { findings } = checkAgenda(
      notesFromText(NEXT),
      plcRubric,
      historyOf(...EARLIER, [meeting("2025-10-08", "Cilla to print the strips"), "minutes"]),
    );
    const asked = of("followUp", findings).map(({ message }) => message.split(" ")[0]);
    expect(asked.sort()).toEqual(["Cilla", "Priya"]);
  });
});

describe("a running log", () => {
  const log = notesFromText([NEXT, ...[...OCTOBER].reverse()].join("\n"));
  const check = (history?: Coverage) => checkAgenda(log, plcRubric, history);

  test("is its own past", () => {
    const { findings, cautions } = check();
    expect(of("followUp", findings).map(({ message }) => message)).toEqual([
      "Priya took this on 8 Oct 2025: “Priya to bring the papers”. It is not on this agenda yet.",
    ]);
    expect(cautions.join()).toContain("fewer than three meetings");
  });

  test.each<[string, Coverage]>([
    ["an empty history", { ...historyOf(), meetings: [] }],
    ["a history that holds the same meetings", historyOf(...EARLIER)],
    ["a history that holds the log", historyOf([[NEXT, ...OCTOBER].join("\n"), "minutes"])],
  ])("is that beside %s too, and no promise comes twice", (_, history) => {
    expect(check(history)).toEqual(check());
  });

  test("without days has no past: it cannot be told what was before", () => {
    const undated = notesFromText("# 10/8\n\n- Priya to bring the papers\n\n# 10/15\n\n- Reading groups (20 min)\n");
    expect(of("followUp", checkAgenda(undated, plcRubric).findings)).toEqual([]);
  });
});

describe("the guiding questions of DuFour", () => {
  const check = (model: "dufour" | "russo") =>
    checkAgenda({ ...notesFromText(AGENDA.replace("Exit slips: sort", "Quiz results by question")), model }, plcRubric);

  test("each tell their items and minutes", () => {
    expect(check("dufour").questions.map(({ answered, minutes }) => [answered, minutes])).toEqual([
      [false, 0],
      [true, 20],
      [false, 0],
      [false, 0],
    ]);
  });

  test("are not there under a model without any", () => {
    expect(check("russo").questions).toEqual([]);
  });
});

test("the minutes of the parts add up to the whole", () => {
  const { minutes } = checkAgenda(notesFromText(AGENDA), plcRubric);
  const sum = Object.values(minutes.byDimension).reduce((a, b) => a + b, 0) + minutes.logistics + minutes.other;
  expect(sum).toBe(minutes.total);
});
