import { expect, test } from "vitest";
import { createTagger, lessonsInForce, nothingLearned, plcRubric } from "../../../../core/index";
import { learnFromStore, sentencesOf } from "../../../../extension/services/learning/learn-from-store";
import { seenLines } from "../../../../extension/services/learning/seen-lines";
import { createDocumentReader } from "../../../../extension/services/panel/open-document";
import { keepDecisions } from "../../../../extension/services/store/keep-decisions";
import { keepReading } from "../../../../extension/services/store/keep-document";
import { freshDb } from "../../fresh-db";
import { by, draft, line, reading } from "../../notes";

const IN_FORCE = { rubric: plcRubric, model: "none", level: "none" } as const;
const ORDINARY = ["fire drill", "photo money due", "laminator key is lost", "bus list changed", "bake sale table"];

/** Meetings of a school that calls its time for extra help "Zebra". */
async function school(meetings: number) {
  const db = freshDb();
  for (let n = 0; n < meetings; n++) {
    const texts = [
      `zebra group list for week ${n}`,
      `moved two pupils into zebra after quiz ${n}`,
      ...Array.from({ length: 25 }, (_, at) => `${ORDINARY[at % ORDINARY.length]} on day ${at}`),
    ];
    const document = `doc-${n}`;
    await keepReading(
      db,
      reading(
        texts.map((text) => line(text)),
        { document, date: "2025-11-19" },
      ),
      n,
    );
    await keepDecisions(
      db,
      [0, 1].map((at) =>
        draft(texts[at] as string, at, { document, id: `decision-${n}-${at}`, verdict: "add", reader: "" }),
      ),
      by(n),
    );
  }
  return db;
}

test("what a team decided teaches its own word, in a sentence, and the tagger follows it", async () => {
  const db = await school(8);
  const adjustment = await learnFromStore(db, IN_FORCE);
  expect(sentencesOf(adjustment, IN_FORCE)).toContain(
    `The word “zebra” speaks for SL3 ${plcRubric.indicators.find(({ code }) => code === "SL3")?.title} here, from 16 decisions.`,
  );
  const tagged = createTagger(plcRubric, undefined, undefined, lessonsInForce(adjustment)).tag({
    type: "minutes",
    lines: [{ kind: "bullet", text: "moved three pupils into zebra" }],
  });
  expect(tagged.tags[0]?.map(({ indicator }) => indicator)).toContain("SL3");
});

test("what was learned on top of another model does not act, and is not shown", async () => {
  const adjustment = { ...(await learnFromStore(await school(8), IN_FORCE)), model: "another" };
  expect(adjustment.lessons.length).toBeGreaterThan(0);
  expect(lessonsInForce(adjustment)).toEqual([]);
  expect(sentencesOf(adjustment, IN_FORCE)).toEqual([]);
  // Kept by a version that did not yet say which model.
  expect(lessonsInForce(JSON.parse(JSON.stringify({ ...adjustment, model: undefined })))).toEqual([]);
});

test("a handful of decisions teaches nothing yet", async () => {
  expect(await learnFromStore(await school(2), IN_FORCE)).toEqual({ ...nothingLearned, decisions: 4 });
});

test("a line counts as it stands, a withdrawn decision as none, and a meeting that nobody went through not at all", async () => {
  const db = await school(2);
  const say = (id: string, at: number, verdict: "reject" | "withdraw", text: string) =>
    keepDecisions(db, [draft(text, at, { document: "doc-0", id, verdict, stance: "", reader: "" })], by(50));
  await say("decision-no", 0, "reject", "zebra group list for week 0");
  await say("decision-undone", 1, "withdraw", "moved two pupils into zebra after quiz 0");
  await keepReading(db, reading([line("nobody looked")], { document: "doc-9" }), 9);
  const read = createDocumentReader(db);
  const seen = async (document: string) => {
    const opened = await read({ document, tab: "" });
    return opened ? seenLines(opened) : [];
  };
  const lines = await seen("doc-0");
  expect([lines.length, lines[0]?.decided, lines[1]?.decided]).toEqual([
    27,
    new Map([["SL3", { shows: false }]]),
    new Map(),
  ]);
  expect(await seen("doc-9")).toEqual([]);
});
