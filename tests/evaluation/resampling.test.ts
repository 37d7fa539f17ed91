import { describe, expect, it } from "vitest";
import { withIntervals } from "../../evaluation/resampling";

const mean = (drawn: readonly number[]) => ({ mean: drawn.reduce((sum, value) => sum + value, 0) / drawn.length });

describe("withIntervals", () => {
  it("gives the same interval every time", () => {
    const meetings = [0.1, 0.5, 0.2, 0.9, 0.4, 0.7];
    expect(withIntervals(meetings, mean)).toEqual(withIntervals(meetings, mean));
  });

  it("gives an interval without width where all meetings are alike", () => {
    expect(withIntervals([0.5, 0.5, 0.5], mean).mean).toEqual({ value: 0.5, low: 0.5, high: 0.5 });
  });

  it("reaches from one of two meetings to the other, since a quarter of the draws holds one of them twice", () => {
    expect(withIntervals([0, 1], mean).mean).toEqual({ value: 0.5, low: 0, high: 1 });
  });

  it("comes close to what theory says of a hundred coin throws", () => {
    const { low, high } = withIntervals(
      Array.from({ length: 100 }, (_, at) => at % 2),
      mean,
    ).mean;
    // 0.5 ± 1.96 · 0.05
    expect(low).toBeCloseTo(0.402, 1);
    expect(high).toBeCloseTo(0.598, 1);
  });

  it("leaves out draws that give no figure", () => {
    const ofSome = (drawn: readonly number[]) => ({ figure: drawn.includes(1) ? 1 : Number.NaN });
    expect(withIntervals([0, 1], ofSome).figure).toEqual({ value: 1, low: 1, high: 1 });
  });

  it("gives no interval for a single meeting, which says nothing of others", () => {
    expect(withIntervals([0.5], mean).mean).toEqual({ value: 0.5, low: Number.NaN, high: Number.NaN });
  });
});
