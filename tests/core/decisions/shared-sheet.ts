import fc from "fast-check";
import {
  type Decision,
  decisionFromRow,
  decisionTime,
  decisionToRow,
  inOrder,
  standingOf,
  type Verdict,
} from "../../../core/index";

/** What may happen between three people, two browsers and the add-on that share one sheet. */
export type Step =
  | {
      readonly do: "decide";
      readonly side: number;
      readonly who: string;
      readonly about: number;
      readonly verdict: Verdict;
      readonly stance: "evidenced" | "planned";
      readonly id: number;
    }
  /** Time goes by; nothing may happen within one millisecond. */
  | { readonly do: "wait"; readonly milliseconds: number }
  /** Somebody sets a clock, ahead or back. */
  | { readonly do: "set clock"; readonly side: number; readonly ahead: number }
  /** A browser sends the start of its outbox. What becomes of it: it arrives and is answered; it arrives, but the answer is lost; it is lost; it is held up and arrives some day. */
  | {
      readonly do: "send";
      readonly side: number;
      readonly most: number;
      readonly fate: "answered" | "answer lost" | "lost" | "held up";
    }
  /** One of the batches that were held up arrives. */
  | { readonly do: "arrive"; readonly which: number }
  /** A side reads the sheet, or an older state of it. */
  | { readonly do: "read"; readonly side: number; readonly share: number }
  /** The browser is closed: what is not in its store is gone; its outbox is in its store. */
  | { readonly do: "close"; readonly side: number }
  /** The add-on removes rows whose id stands further up. */
  | { readonly do: "tidy" };

export const PEOPLE = ["Priya", "Sam", "Deepa"] as const;
const BROWSERS = 2;
const SIDES = BROWSERS + 1;
const ADD_ON = BROWSERS;
const ABOUT = [
  ["61 of 84 got 15 or more", "RD1"],
  ["61 of 84 got 15 or more", "SL3"],
  ["we tried the protocol", "RD1"],
] as const;
const DAY = 24 * 3600 * 1000;

const side = fc.nat({ max: SIDES - 1 });
export const anySteps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    {
      weight: 6,
      arbitrary: fc.record({
        do: fc.constant("decide" as const),
        side,
        who: fc.constantFrom(...PEOPLE),
        about: fc.nat({ max: ABOUT.length - 1 }),
        verdict: fc.constantFrom("accept", "reject", "add", "restance", "withdraw"),
        stance: fc.constantFrom("evidenced", "planned"),
        id: fc.nat({ max: 35 }),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({ do: fc.constant("wait" as const), milliseconds: fc.constantFrom(1, 40, 60_000) }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        do: fc.constant("set clock" as const),
        side,
        ahead: fc.integer({ min: -2 * DAY, max: 2 * DAY }),
      }),
    },
    {
      weight: 5,
      arbitrary: fc.record({
        do: fc.constant("send" as const),
        side: fc.nat({ max: BROWSERS - 1 }),
        most: fc.integer({ min: 1, max: 4 }),
        fate: fc.constantFrom("answered", "answer lost", "lost", "held up"),
      }),
    },
    { weight: 2, arbitrary: fc.record({ do: fc.constant("arrive" as const), which: fc.nat({ max: 5 }) }) },
    { weight: 5, arbitrary: fc.record({ do: fc.constant("read" as const), side, share: fc.constantFrom(0.5, 1, 1) }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant("close" as const), side: fc.nat({ max: BROWSERS - 1 }) }) },
    { weight: 1, arbitrary: fc.constant({ do: "tidy" as const }) },
  ),
  { minLength: 5, maxLength: 60, size: "max" },
);

interface Side {
  ahead: number;
  /** By id, as its store has them. */
  known: Map<string, Decision>;
  readonly outbox: Decision[];
}

/** How it all ended. */
export interface Outcome {
  /** What each side has when every row has reached it: its store, then the sheet with its doubles. */
  readonly sides: readonly (readonly Decision[])[];
  /** Every decision that was made, in the order of making, with the ids that its maker knew then. */
  readonly made: readonly { readonly decision: Decision; readonly knew: ReadonlySet<string> }[];
  readonly rows: number;
}

/** How a side dates a decision, given its clock and the latest `at` that it knows. */
export type Dating = typeof decisionTime;

/** Plays the steps, then lets everything through: all outboxes are sent, what was held up arrives, all sides read. */
export function play(steps: readonly Step[], dating: Dating = decisionTime): Outcome {
  const sheet: string[][] = [];
  const heldUp: string[][][] = [];
  const made: { decision: Decision; knew: Set<string> }[] = [];
  const sides: Side[] = Array.from({ length: SIDES }, () => ({ ahead: 0, known: new Map(), outbox: [] }));
  let now = Date.UTC(2026, 9, 7, 14);

  const at = (number: number) => sides[number] as Side;
  const rows = (share: number): Decision[] =>
    sheet.slice(0, Math.ceil(sheet.length * share)).map((row) => {
      const reading = decisionFromRow(row);
      if (!reading.ok) throw new Error(`${reading.column}: ${reading.problem}`);
      return reading.decision;
    });
  const read = (one: Side, share: number) => {
    for (const decision of rows(share)) one.known.set(decision.id, decision);
  };
  const decide = (step: Extract<Step, { do: "decide" }>) => {
    const one = at(step.side);
    // The add-on works on the sheet itself.
    if (step.side === ADD_ON) read(one, 1);
    const [quote, indicator] = ABOUT[step.about] as (typeof ABOUT)[number];
    const latest = [...one.known.values()]
      .map((decision) => decision.at)
      .sort()
      .at(-1);
    const silent = step.verdict === "reject" || step.verdict === "withdraw";
    const decision: Decision = {
      // Ids tell nothing of the order of making.
      id: `${step.id.toString(36)}-${String(made.length).padStart(8, "0")}`,
      at: dating(new Date(now + one.ahead), latest),
      who: step.who,
      document: "doc1",
      tab: "",
      meeting: "2026-10-07",
      quote,
      prefix: "",
      suffix: "",
      indicator,
      verdict: step.verdict,
      stance: silent ? "" : step.stance,
      note: "",
      rubric: "plc@1",
      reader: "compact",
    };
    made.push({ decision, knew: new Set(one.known.keys()) });
    one.known.set(decision.id, decision);
    if (step.side === ADD_ON) sheet.push(decisionToRow(decision));
    else one.outbox.push(decision);
  };
  const send = (one: Side, most: number, fate: Extract<Step, { do: "send" }>["fate"]) => {
    const batch = one.outbox.slice(0, most);
    const sent = batch.map(decisionToRow);
    if (fate === "answered" || fate === "answer lost") sheet.push(...sent);
    if (fate === "held up") heldUp.push(sent);
    if (fate === "answered") one.outbox.splice(0, batch.length);
  };

  for (const step of steps) {
    if (step.do === "decide") decide(step);
    else if (step.do === "wait") now += step.milliseconds;
    else if (step.do === "set clock") at(step.side).ahead = step.ahead;
    else if (step.do === "send") send(at(step.side), step.most, step.fate);
    else if (step.do === "arrive") sheet.push(...(heldUp.splice(step.which, 1)[0] ?? []));
    else if (step.do === "read") read(at(step.side), step.share);
    else if (step.do === "close") at(step.side).known = new Map(at(step.side).outbox.map((one) => [one.id, one]));
    else tidy(sheet);
  }
  for (const one of sides) send(one, one.outbox.length, "answered");
  for (const late of heldUp) sheet.push(...late);
  return { sides: sides.map(({ known }) => [...known.values(), ...rows(1)]), made, rows: sheet.length };
}

function tidy(sheet: string[][]): void {
  const seen = new Set<string>();
  const kept = sheet.filter(([id = ""]) => !seen.has(id) && seen.add(id));
  sheet.splice(0, sheet.length, ...kept);
}

/** What one side reads of every line, as text to compare. */
export function readingOf(known: readonly Decision[]): string[] {
  return [...new Set(ABOUT.map(([quote]) => quote))].map((quote) =>
    JSON.stringify(standingOf(known.filter((decision) => decision.quote === quote))),
  );
}

/** Decisions that stand before, or level with, one that their maker knew. */
export function misplaced({ made }: Outcome): string[] {
  const all = new Map(made.map(({ decision }) => [decision.id, decision]));
  return made.flatMap(({ decision, knew }) =>
    [...knew].filter((id) => inOrder(all.get(id) as Decision, decision) >= 0).map((id) => `${decision.id} after ${id}`),
  );
}
