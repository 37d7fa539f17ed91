import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { plcRubric } from "../../../../core/index";
import { askWorker, type Door } from "../../../../extension/services/second-reader/ask-worker";
import type { Work } from "../../../../extension/services/second-reader/boundary";

const at = { text: "Norms", kind: "bullet", type: "minutes", heading: "", previous: "" } as const;
const work: Work = {
  recipe: { id: "r", rubric: plcRubric, model: "none", level: "none", learned: null },
  lines: [at, at],
};
/** The worker ends, and the browser tells. */
const ENDS = "ends";
const HEARD = { is: "heard" };
const READ = { is: "read", tags: [[], []] };

/** A door behind which each work in turn is answered so. */
function doorTo(...answers: readonly (readonly unknown[] | "closed")[]) {
  let turn = 0;
  const seen = { passed: 0, shut: 0 };
  const door: Door = {
    pass: async (_, port) => {
      const now = answers[turn++] ?? [];
      seen.passed++;
      if (now === "closed") throw new Error("There is no page.");
      for (const answer of now) {
        if (answer === ENDS) port.close();
        else port.postMessage(answer);
      }
    },
    shut: async () => {
      seen.shut++;
    },
  };
  return { door, seen };
}

/** Lets messages arrive, then the clock run, until it is settled. */
async function settled<Value>(answer: Promise<Value>): Promise<Value | string> {
  let done: Value | string | undefined;
  answer.then(
    (value) => {
      done = value;
    },
    (error: Error) => {
      done = error.message;
    },
  );
  for (let turn = 0; done === undefined && turn < 200; turn++) {
    await new Promise((arrived) => setImmediate(arrived));
    await vi.advanceTimersByTimeAsync(1000);
  }
  return done as Value | string;
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
});
afterEach(() => {
  vi.useRealTimers();
});

test.each<[string, (readonly unknown[] | "closed")[], unknown, typeof seenNothing]>([
  ["an answer is given on", [[HEARD, READ]], READ.tags, { passed: 1, shut: 0 }],
  ["a worker that was just closing is started anew", [[], [HEARD, READ]], READ.tags, { passed: 2, shut: 1 }],
  ["so is one whose page could not be reached", ["closed", [HEARD, READ]], READ.tags, { passed: 2, shut: 1 }],
  [
    "one that ended in the middle is started anew",
    [
      [HEARD, ENDS],
      [HEARD, READ],
    ],
    READ.tags,
    { passed: 2, shut: 1 },
  ],
  ["one that never hears is given up", [[], []], /did not get going/, { passed: 2, shut: 2 }],
  ["one that hears and is then silent is ended", [[HEARD]], /did not get going/, { passed: 1, shut: 1 }],
  [
    "missing files are named",
    [[HEARD, { is: "failed", why: "files" }]],
    /Install Plumbline again/,
    { passed: 1, shut: 1 },
  ],
  [
    "a failure is told",
    [[HEARD, { is: "failed", why: "reading" }]],
    /first reader goes on alone/,
    { passed: 1, shut: 1 },
  ],
  [
    "what is no answer is none",
    [[HEARD, { is: "read", tags: [["<b>"], []] }]],
    /did not get going/,
    { passed: 1, shut: 1 },
  ],
  [
    "an answer to other lines is none",
    [[HEARD, { is: "read", tags: [[]] }]],
    /did not get going/,
    { passed: 1, shut: 1 },
  ],
])("%s", async (_, answers, expected, counts) => {
  const { door, seen } = doorTo(...answers);
  const answer = await settled(askWorker(door, work));
  if (expected instanceof RegExp) expect(answer).toMatch(expected);
  else expect(answer).toEqual(expected);
  expect(seen).toEqual(counts);
  expect(vi.getTimerCount()).toBe(0);
});

const seenNothing = { passed: 0, shut: 0 };
