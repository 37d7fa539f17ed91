import { expect, test, vi } from "vitest";

const sent = vi.hoisted(() => ({ drafts: [] as unknown[], fail: 0 }));
vi.mock("../../extension/protocol", () => ({
  sendMessage: async (_verb: string, drafts: unknown) => {
    // The first time the worker is stopped before it can answer.
    if (sent.fail-- > 0) {
      await Promise.resolve();
      throw new Error("The message channel closed before a response was received.");
    }
    sent.drafts.push(drafts);
    return { ok: true, value: [] };
  },
}));

const { askToDecide } = await import("../../extension/ask");

test("a decision that has to be asked again still comes before the next one", async () => {
  sent.fail = 1;
  const answers = await Promise.all([askToDecide(["accept"] as never), askToDecide(["reject"] as never)]);
  expect(sent.drafts).toEqual([["accept"], ["reject"]]);
  expect(answers.every(({ ok }) => ok)).toBe(true);
});

test("one that gets no answer at all does not hold up the next", async () => {
  sent.drafts.length = 0;
  sent.fail = 3;
  const [first, second] = await Promise.all([askToDecide(["accept"] as never), askToDecide(["reject"] as never)]);
  expect(first?.ok).toBe(false);
  expect(second?.ok).toBe(true);
  expect(sent.drafts).toEqual([["reject"]]);
});
