import { type Decision, decisionToRow, standingOf } from "../../../../core/index";
import type { PlumblineDb } from "../../../../extension/db";
import { keepDecisions } from "../../../../extension/services/store/keep-decisions";
import { type RoundParts, round } from "../../../../extension/services/sync/round";
import { actAs } from "../../../google/act-as";
import { noHttpFaults, seededFaults } from "../../../google/http/http-faults";
import { seeded } from "../../../google/random";
import { draft } from "../../notes";
import { ana, ben, newBrowser, openSchool, parts, type School } from "./school";
import { type Life, live } from "./turns";

/** What a schedule came to. */
export interface Outcome {
  readonly made: number;
  /** Rows beyond one for each decision, before the add-on tidies up: sent twice, counted once. */
  readonly doubles: number;
  readonly kills: number;
  readonly faults: number;
  readonly rounds: number;
  /** What is wrong; empty where no decision was lost or doubled. */
  readonly wrong: readonly string[];
}

interface Browser {
  readonly db: PlumblineDb;
  readonly person: string;
  readonly parts: RoundParts;
  life: Life | undefined;
}

/** Events of a schedule, before the faults end. */
const EVENTS = 80;

/**
 * Two people's three browsers, Google's faults, kills, and an add-on that tidies up, in an order that the seed decides; then
 * all faults end, and everything has to come together.
 */
export async function playSchedule(seed: number): Promise<Outcome> {
  const random = seeded(seed);
  const school = await openSchool();
  const started = school.google.log.length;
  const faults = seededFaults(seed);
  school.google.faults = ({ index, method }) => faults({ index: index - started, method });
  const browsers = [ana, ben, ben].map((person, n): Browser => {
    const db = newBrowser();
    return { db, person, parts: parts(school, db, person, seed + n), life: undefined };
  });
  const any = () => browsers[Math.floor(random() * browsers.length)] as Browser;
  const made = new Map<string, Decision>();
  let kills = 0;
  let rounds = 0;

  for (let event = 0; event < EVENTS; event++) {
    const browser = any();
    const chance = random();
    if (chance < 0.12) await decide(browser, school, seed, made, random);
    else if (chance < 0.16 && browser.life) {
      browser.life.kill();
      browser.life = undefined;
      kills++;
    } else if (chance < 0.18) tidyUp(school);
    else if (chance < 0.2) moveRows(school, random);
    else if (browser.life) {
      if (!(await browser.life.step())) browser.life = undefined;
    } else {
      school.clock.advance(Math.floor(random() * 20_000));
      browser.life = live(browser.parts, (own) => round(own));
      rounds++;
    }
  }
  const met = school.google.log.slice(started).filter(({ fault }) => fault).length;
  // Where they stand now, some are killed and the others go on; then everything is well.
  school.google.faults = noHttpFaults;
  for (const browser of browsers) {
    if (random() < 0.5) browser.life?.kill();
    else while (browser.life && (await browser.life.step()));
  }
  // Twice: whoever comes first has to hear of what the last one brought.
  for (const again of [1, 2])
    for (const browser of browsers) {
      school.clock.advance(700_000 * again);
      await round(browser.parts);
    }
  const doubles = school.rows().length - new Set(school.rows().map(({ id }) => id)).size;
  const wrong = await faultsIn(school, browsers, made);
  tidyUp(school);
  if (school.rows().length !== made.size) wrong.push(`${school.rows().length} rows for ${made.size} decisions`);
  await school.google.close();
  for (const { db } of browsers) db.close();
  if (school.google.broken) throw school.google.broken;
  return { made: made.size, doubles, kills, faults: met, rounds, wrong };
}

/** A person decides one to three things; clocks differ by up to a minute. */
async function decide(
  { db, person }: Browser,
  school: School,
  seed: number,
  made: Map<string, Decision>,
  random: () => number,
): Promise<void> {
  const ids = Array.from({ length: 1 + Math.floor(random() * 3) }, (_, n) => `seed-${seed}-${made.size + n}`);
  const drafts = ids.map((id) =>
    draft("We looked at the exit tickets", 0, {
      id,
      indicator: random() < 0.5 ? "SL3" : "DU1",
      verdict: random() < 0.3 ? "reject" : "accept",
    }),
  );
  const now = new Date(school.clock.now() + Math.floor((random() - 0.5) * 120_000));
  await keepDecisions(
    db,
    drafts.map((one) => (one.verdict === "reject" ? { ...one, stance: "" as const } : one)),
    { who: person, now, rubric: "plc@1.0.0" },
  );
  for (const id of ids) made.set(id, (await db.decisions.get(id)) as Decision);
}

/** What the add-on does under its lock: of rows with one id the first stays. */
function tidyUp(school: School): void {
  const ids = school.cells().map(([id]) => id);
  const requests = ids
    .flatMap((id, at) => (id !== "" && ids.indexOf(id) < at ? [at] : []))
    .reverse()
    .map((startIndex) => ({
      deleteDimension: {
        range: { sheetId: 7_000_005, dimension: "ROWS", startIndex, endIndex: startIndex + 1 },
      },
    }));
  if (requests.length > 0)
    actAs(school.workspace, ana).sheets("spreadsheets.batchUpdate", { spreadsheetId: school.workbook }, { requests });
}

/** A person drags the last row to just below the heads. */
function moveRows(school: School, random: () => number): void {
  const last = school.cells().length - 1;
  if (last < 2 || random() < 0.2) return;
  actAs(school.workspace, ana).sheets(
    "spreadsheets.batchUpdate",
    { spreadsheetId: school.workbook },
    {
      requests: [
        {
          moveDimension: {
            source: { sheetId: 7_000_005, dimension: "ROWS", startIndex: last, endIndex: last + 1 },
            destinationIndex: 1,
          },
        },
      ],
    },
  );
}

async function faultsIn(
  school: School,
  browsers: readonly Browser[],
  made: ReadonlyMap<string, Decision>,
): Promise<string[]> {
  const wrong: string[] = [];
  const expected = JSON.stringify(standingOf([...made.values()]));
  const check = (where: string, decisions: readonly Decision[]) => {
    const there = new Map(decisions.map((decision) => [decision.id, decision]));
    for (const [id, decision] of made) {
      const found = there.get(id);
      if (!found) wrong.push(`${where}: ${id} is lost`);
      else if (decisionToRow(found).join() !== decisionToRow(decision).join())
        wrong.push(`${where}: ${id} has changed`);
    }
    if (there.size > made.size) wrong.push(`${where}: ${there.size - made.size} that nobody made`);
    if (JSON.stringify(standingOf(decisions)) !== expected) wrong.push(`${where}: reads otherwise`);
  };
  check("the sheet", school.rows());
  for (const [n, { db }] of browsers.entries()) {
    check(`browser ${n + 1}`, await db.decisions.toArray());
    const waiting = await db.outbox.count();
    if (waiting > 0) wrong.push(`browser ${n + 1}: ${waiting} still wait`);
  }
  return wrong;
}
