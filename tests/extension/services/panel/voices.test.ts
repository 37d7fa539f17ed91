import { expect, test } from "vitest";
import { type Standing, standingOf } from "../../../../core/index";
import { voicesOf } from "../../../../extension/services/panel/voices";
import { decision } from "../../notes";

test("voices stand side by side, the latest first and marked as the one that counts, each with who and when", () => {
  const [standing] = standingOf([
    decision({}),
    decision({ id: "decision-2", at: "2025-11-20T08:00:00.000Z", who: "", verdict: "reject", stance: "" }),
    decision({ id: "decision-3", at: "2025-11-21T08:00:00.000Z", who: "Ben", verdict: "restance", stance: "contrary" }),
  ]);
  expect(voicesOf(standing as Standing, "Roz").map(({ id: _, ...voice }) => voice)).toEqual([
    { who: "Ben", says: "found missing", day: "21 Nov 2025", counts: true },
    { who: "Someone without a name", says: "not here", day: "20 Nov 2025", counts: false },
    { who: "You", says: "evidenced", day: "19 Nov 2025", counts: false },
  ]);
});
