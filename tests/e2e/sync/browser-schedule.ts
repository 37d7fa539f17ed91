import { expect } from "vitest";
import { type Decision, decisionToRow, standingOf } from "../../../core/index";
import { noHttpFaults, seededFaults } from "../../google/http/http-faults";
import { seeded } from "../../google/random";
import { ana, type SchoolOnline } from "./school-online";
import type { SettingsPage } from "./settings-page";

/** `BROWSER_SCHEDULE_SEED=7` plays that one, as a failure names it. */
const { BROWSER_SCHEDULE_SEED: asked } = process.env;

/** The seeds of the schedules that each browser plays. */
export const SEEDS: readonly number[] =
  asked === undefined ? Array.from({ length: 10 }, (_, at) => at + 1) : [Number(asked)];

/** A browser in which a schedule is played. */
export interface Played {
  /** The settings page as it is open now. */
  page(): SettingsPage;
  /** What may befall this browser in the midst of its work. Resolves when a settings page is open again. */
  readonly mishaps: readonly (() => Promise<void>)[];
}

/** What a schedule came to. */
export interface BrowserOutcome {
  readonly faults: number;
  readonly mishaps: number;
  /** What is wrong; empty where no decision was lost or doubled. */
  readonly wrong: readonly string[];
}

/** Times that a person in the schedule decides something and sends. */
const TURNS = 5;
/** Presses of "Send now" after all is well again, before it counts as hanging. */
const PRESSES = 6;

/**
 * Someone decides and sends while Google has faults and the browser has mishaps, in an order that the seed decides, and a colleague
 * writes into the same workbook; then all is well, and everything has to come together. What the browser does by itself in
 * between has its own time, so a seed repeats what befalls it, not every request.
 */
export async function playInBrowser(seed: number, played: Played, school: SchoolOnline): Promise<BrowserOutcome> {
  const { google } = school;
  const random = seeded(seed);
  await makeWorkbook(played, school);
  const workbook = school.newest();
  const started = google.log.length;
  const faults = seededFaults(seed, 0.5);
  google.faults = ({ index, method }) => faults({ index: index - started, method });
  const name = `seed-${seed}`;
  const made: string[] = [];
  let mishaps = 0;
  for (let turn = 0; turn < TURNS; turn++) {
    const ids = Array.from({ length: 1 + Math.floor(random() * 3) }, (_, at) => `${name}-${made.length + at}`);
    made.push(...ids);
    await played.page().decide(...ids);
    await played.page().press("Send now");
    const mishap = random() < 0.6 ? played.mishaps[Math.floor(random() * played.mishaps.length)] : undefined;
    if (mishap) {
      mishaps++;
      await mishap();
    } else await played.page().settled();
  }
  const [first] = (await played.page().kept()).decisions.filter(({ id }) => made.includes(id));
  if (first) school.benDecides(workbook, { ...first, id: `${name}-ben`, verdict: "reject", stance: "" });
  google.faults = noHttpFaults;
  const met = google.log.slice(started).filter(({ fault }) => fault).length;
  let { decisions, waiting } = await played.page().kept();
  const isInStep = () => waiting.length === 0 && decisions.some(({ id }) => id === `${name}-ben`);
  for (let press = 0; press < PRESSES && !isInStep(); press++) {
    await played.page().press("Send now");
    await played.page().settled();
    ({ decisions, waiting } = await played.page().kept());
  }
  const kept = decisions.filter(({ id }) => id.startsWith(`${name}-`));
  return {
    faults: met,
    mishaps,
    wrong: [
      ...(waiting.length > 0 ? [`${waiting.length} still wait`] : []),
      ...difference(new Set([...made, `${name}-ben`]), kept, school.rows(workbook)),
    ],
  };
}

async function makeWorkbook({ page }: Played, school: SchoolOnline): Promise<void> {
  school.google.faults = noHttpFaults;
  school.google.oauth.consent = "allow";
  if (!(await page().isSignedIn())) await page().press("Sign in with Google");
  await page().says(`Signed in as ${ana}`);
  const before = school.newest();
  await page().press("Make a new workbook");
  await expect.poll(() => school.newest()).not.toBe(before);
  await page().settled();
  await page().says("Everything is in the workbook already");
}

/** Where the browser's store and the sheet differ from what was decided; a row that came twice counts once. */
function difference(
  made: ReadonlySet<string>,
  kept: readonly Decision[],
  rows: readonly Decision[],
): readonly string[] {
  const wrong: string[] = [];
  const text = (decision: Decision | undefined) => decision && decisionToRow(decision).join("\n");
  const inSheet = new Map(rows.map((decision) => [decision.id, decision]));
  const inBrowser = new Map(kept.map((decision) => [decision.id, decision]));
  for (const id of made) {
    if (!inBrowser.has(id)) wrong.push(`the browser has lost ${id}`);
    if (!inSheet.has(id)) wrong.push(`the sheet has lost ${id}`);
    if (text(inBrowser.get(id)) !== text(inSheet.get(id))) wrong.push(`${id} is not the same here and there`);
  }
  for (const id of [...inSheet.keys(), ...inBrowser.keys()]) if (!made.has(id)) wrong.push(`nobody made ${id}`);
  if (JSON.stringify(standingOf(kept)) !== JSON.stringify(standingOf(rows))) wrong.push("they read otherwise");
  return wrong;
}
