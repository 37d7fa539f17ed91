import { describe, expect, it } from "vitest";
import { evaluationOf, fakeReader, lineOf, meetingOf } from "./tiny-meetings";

const labelled = meetingOf([
  lineOf("SL3+", "SL3+0.9 RD1+0.7 right and false"),
  lineOf("RD1+", "TP1+ missed and false"),
  lineOf("", "nothing"),
  lineOf("", "SL5>0.4 alarm"),
]);
const other = meetingOf([lineOf("", "CT1+ alarm"), lineOf("", "nothing")], { set: "negatives" });

describe("evaluate", () => {
  it("gives every figure of a set that can be worked out by hand", async () => {
    const { results } = await evaluationOf([labelled, labelled]);
    const result = results[0]?.labelled;
    expect(result).toMatchObject({ meetings: 2, lines: 8, labels: 4, tags: 8 });
    // Right 1, false 3, missed 1 in each of the two meetings, which are alike: no interval has a width.
    expect(result?.scores.f1).toEqual({ value: 1 / 3, low: 1 / 3, high: 1 / 3 });
    expect(result?.scores.stanceAccuracy.value).toBe(1);
    expect(result?.alarms).toEqual({ plain: 4, alarmed: 2, share: 1 / 2, shareWithoutHeadings: 1 / 2 });
    expect(result?.confusions.pairs).toMatchObject([{ gold: "RD1", tagged: "TP1", count: 2 }]);
    expect(result).not.toHaveProperty("thresholds");
  });

  it("counts meetings of other people for false alarms only", async () => {
    const mixed = (await evaluationOf([labelled, other])).results[0];
    expect(mixed?.labelled).toMatchObject({ meetings: 1, tags: 4 });
    expect(mixed?.others).toMatchObject({ meetings: 1, alarms: { plain: 2, alarmed: 1, share: 1 / 2 } });
    expect((await evaluationOf([other])).results[0]).not.toHaveProperty("labelled");
  });

  it("gives figures by threshold for a reader that tells what it weighs", async () => {
    const { results } = await evaluationOf([labelled], [{ ...fakeReader, weigh: fakeReader.tag }]);
    expect(results[0]?.labelled?.thresholds?.[0]).toMatchObject({ confidence: 0.1, tags: 4 });
  });
});
