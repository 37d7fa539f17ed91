import { plcRubric, type Stance, type Tag } from "../../core/index";
import { evaluate } from "../../evaluation/evaluation";
import type { Reader } from "../../evaluation/readers";
import { type JudgedMeeting, judge } from "../../evaluation/verdicts";
import type { GoldLine, GoldMeeting } from "../../training/gold";

const STANCE: Readonly<Record<string, Stance>> = { "+": "evidenced", ">": "planned", "-": "contrary" };

/** A line as it stands in a labelled meeting: "SL3+ RD1>" or "", then its text. */
export function lineOf(labels: string, text = "a line", kind: GoldLine["kind"] = "bullet"): GoldLine {
  const spoken = labels.split(" ").filter(Boolean);
  return { kind, text, labels: new Map(spoken.map((label) => [label.slice(0, 3), STANCE[label[3] ?? ""] as Stance])) };
}

export function meetingOf(lines: readonly GoldLine[], facts: GoldMeeting["facts"] = {}): GoldMeeting {
  return { name: "tiny", facts, lines };
}

/** Tags as short as labels: "SL3+0.9" is SL3, evidenced, with confidence 0.9 (0.5 unless given); found from 0.6 on. */
export function tagsOf(tags: string): readonly Tag[] {
  return tags
    .split(" ")
    .filter(Boolean)
    .map((tag) => {
      const confidence = Number(tag.slice(4) || 0.5);
      return {
        indicator: tag.slice(0, 3),
        stance: STANCE[tag[3] ?? ""] as Stance,
        confidence,
        tier: confidence >= 0.6 ? "found" : "suggested",
        evidence: [],
        why: "",
        reader: "compact",
      };
    });
}

/** A meeting of lines with labels and tags, each written short: `["SL3+", "RD1+0.9"]`. */
export function judgedOf(...lines: readonly (readonly [labels: string, tags: string, text?: string])[]): JudgedMeeting {
  return judge(
    meetingOf(lines.map(([labels, , text]) => lineOf(labels, text))),
    lines.map(([, tags]) => tagsOf(tags)),
  );
}

/** A reader that tags every line with what its text says in short: "SL3+0.9 seen in the line". */
export const fakeReader: Reader = {
  name: "fake",
  tag: async ({ lines }) => lines.map(({ text }) => tagsOf(spoken(text))),
};

const CODES = new Set(plcRubric.indicators.map(({ code }) => code));
const spoken = (text: string) =>
  text
    .split(" ")
    .filter((word) => CODES.has(word.slice(0, 3)))
    .join(" ");

/** An evaluation of the fake reader over some meetings, without agreement and learning curve. */
export async function evaluationOf(meetings: readonly GoldMeeting[], readers: readonly Reader[] = [fakeReader]) {
  const { results } = await evaluate(readers, [{ name: "tiny set", meetings }]);
  return { results, absent: [], agreement: undefined, learningCurve: undefined };
}
