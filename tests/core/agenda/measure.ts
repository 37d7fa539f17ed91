import { checkAgenda, type Finding, plcRubric } from "../../../core/index";
import type { Expected, LabelledAgenda } from "./corpus";

/** Right, wrong and overlooked findings of one type. */
export interface Tally {
  right: number;
  wrong: number;
  overlooked: number;
}

/** What the check makes of one agenda against what a facilitator would say. */
export interface Measured {
  readonly name: string;
  readonly right: readonly Finding[];
  readonly wrong: readonly Finding[];
  readonly overlooked: readonly Expected[];
  /** Items whose minutes were read exactly, of all that were labelled. */
  readonly boxes: readonly [exact: number, all: number];
}

const isMeant = (finding: Finding, { type, marks }: Expected): boolean =>
  finding.type === type &&
  marks.some(
    (mark) =>
      finding.indicators.includes(mark) ||
      finding.rule === mark ||
      (type === "followUp" && finding.message.includes(mark)),
  );

export function measure({ name, notes, history, minutes, must, may }: LabelledAgenda): Measured {
  const check = checkAgenda(notes, plcRubric, history);
  const meant = (finding: Finding) => must.some((each) => isMeant(finding, each));
  const allowed = (finding: Finding) => may.some((each) => isMeant(finding, each));
  const read = check.items.map((item) => (item.given ? item.minutes : undefined));
  const all = minutes ? Math.max(minutes.length, read.length) : 0;
  const exact = Array.from({ length: all }).filter(
    (_, at) => minutes?.length !== undefined && at < minutes.length && at < read.length && minutes[at] === read[at],
  ).length;
  return {
    name,
    right: check.findings.filter(meant),
    wrong: check.findings.filter((finding) => !meant(finding) && !allowed(finding)),
    overlooked: must.filter((each) => !check.findings.some((finding) => isMeant(finding, each))),
    boxes: [exact, all],
  };
}

/** Adds up the findings of several agendas by type. */
export function tallied(all: readonly Measured[]): Map<string, Tally> {
  const tallies = new Map<string, Tally>();
  const of = (type: string): Tally => {
    const tally = tallies.get(type) ?? { right: 0, wrong: 0, overlooked: 0 };
    tallies.set(type, tally);
    return tally;
  };
  for (const { right, wrong, overlooked } of all) {
    for (const { type } of right) of(type).right++;
    for (const { type } of wrong) of(type).wrong++;
    for (const { type } of overlooked) of(type).overlooked++;
  }
  return tallies;
}

const share = (part: number, whole: number): string => (whole === 0 ? "–" : (part / whole).toFixed(2));

/** The figures as a table for people. */
export function figures(all: readonly Measured[]): string {
  const rows = [...tallied(all)]
    .sort()
    .map(
      ([type, { right, wrong, overlooked }]) =>
        `${type.padEnd(10)} recall ${share(right, right + overlooked)}  precision ${share(right, right + wrong)}  (${right} right, ${wrong} wrong, ${overlooked} overlooked)`,
    );
  const [exact, boxes] = all.reduce(([a, b], { boxes: [c, d] }) => [a + c, b + d], [0, 0]);
  return [...rows, `time boxes ${share(exact, boxes)} (${exact} of ${boxes})`].join("\n");
}
