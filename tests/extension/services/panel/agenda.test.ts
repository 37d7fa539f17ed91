import { describe, expect, test } from "vitest";
import { adaptRubric, createTagger, type Decision, type Notes, notesFromText, plcRubric } from "../../../../core/index";
import { agendaOf } from "../../../../extension/services/panel/agenda";
import { opened, timeOf } from "./opened";

const tagger = createTagger(plcRubric);
const rubric = adaptRubric(plcRubric, { level: "grade" });

/** A document as the page gives it: lines with tags, and no day beside them. */
function asOpened({ title = "", lines }: Notes, type: "agenda" | "minutes", document: string) {
  const { tags } = tagger.tag({ title, lines });
  return opened(
    lines.map((line, at) => ({ ...line, tags: tags[at] ?? [] })),
    { title, type, document },
  );
}
const minutes = (day: string) =>
  asOpened(
    notesFromText(
      `# Grade 4 PLC, ${day}\n\n- Sorted exit slips by what students can do\n\nNext steps\n- Ana to print the strips for ${day.slice(0, 6)}\n`,
    ),
    "minutes",
    day,
  );
const AGENDA = "# Grade 4 agenda, Dec 3 2025\n\n- Look at quiz results (20 min)\n- Next steps (5 min)\n";

describe("the agenda check in the panel", () => {
  const check = (days: readonly string[], text = AGENDA) =>
    agendaOf(asOpened(notesFromText(text), "agenda", "agenda"), days.map(minutes), rubric);

  test("knows the day of the agenda and of earlier notes from their heads", () => {
    const { cautions, findings } = check(["Oct 1 2025", "Nov 5 2025", "Nov 19 2025"]);
    expect(cautions).toEqual([]);
    expect(findings.find(({ type }) => type === "followUp")?.message).toContain("Ana took this on 19 Nov 2025");
    expect(findings.some(({ type }) => type === "neglected")).toBe(true);
  });

  test("takes an agenda and the minutes of one day for one meeting, as the other hosts do", () => {
    const agendas = ["Oct 1 2025", "Nov 5 2025"].map((day) =>
      asOpened(notesFromText(`# Agenda, ${day}\n\n- Norms (5 min)\n`), "agenda", `agenda ${day}`),
    );
    const open = asOpened(notesFromText(AGENDA), "agenda", "agenda");
    const days = ["Oct 1 2025", "Nov 5 2025"];
    expect(agendaOf(open, [...agendas, ...days.map(minutes)], rubric)).toEqual(check(days));
  });

  test("knows of a meeting of which only the agenda is kept", () => {
    const kept = ["Oct 1 2025", "Nov 5 2025", "Nov 19 2025"].map((day) =>
      asOpened(notesFromText(`# Agenda, ${day}\n\n- Norms (5 min)\n`), "agenda", `agenda ${day}`),
    );
    expect(agendaOf(asOpened(notesFromText(AGENDA), "agenda", "agenda"), kept, rubric).cautions).toEqual([]);
  });

  test("takes into a log's past what people decided on its earlier meetings", () => {
    const days = ["Oct 1 2025", "Nov 5 2025", "Nov 19 2025"];
    const written = [
      AGENDA,
      ...days.map((day, at) => `# Grade 4 PLC, ${day}\n\n- Read our norms aloud, took number ${at}\n`),
    ].join("\n");
    const log = asOpened(notesFromText(written), "minutes", "log");
    const norms = log.lines.filter(({ text }) => text.startsWith("Read our norms"));
    const decisions = norms.map(
      ({ id, text: quote }): Decision => ({
        ...{ id: `decision-${id}`, at: timeOf(id), who: "Roz", document: "log", tab: "", meeting: "" },
        ...{ quote, prefix: "", suffix: "", indicator: "SB1", verdict: "reject", stance: "" },
        ...{ note: "", rubric: "plc@1.0.0", reader: "compact" },
      }),
    );
    const placements = decisions.map(({ id, document, tab, quote, prefix, suffix }, at) => ({
      ...{ id, document, tab, quote, prefix, suffix },
      line: norms[at]?.id as number,
    }));
    const rules = (open: typeof log) => agendaOf(open, [], rubric).findings.map(({ rule }) => rule);
    expect(rules(log)).toContain("noNorms");
    expect(rules({ ...log, decisions, placements })).not.toContain("noNorms");
  });

  test("takes no meeting of later for history", () => {
    const { cautions, findings } = check(["Dec 10 2025"]);
    expect(cautions.join()).toContain("no meeting before this one");
    expect(findings.some(({ type }) => type === "followUp")).toBe(false);
  });

  test("does without a history where there are no other notes", () => {
    expect(check([]).cautions).toEqual([]);
  });
});
