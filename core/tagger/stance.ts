import type { FeatureTable, Shown, SpaceName } from "./features";
import { Linear, type LinearFile } from "./linear";
import { PairTable } from "./pair-table";
import type { Stance } from "./tag";

/** What tells stances apart, and what does so for one indicator alone: a sub that is agreed has been given, a visit has not. */
export interface StanceFile extends LinearFile {
  /** By indicator and feature (`class granted`; empty for the indicator by itself): `"evidenced 8 planned -2"`, in tenths. */
  readonly byIndicator: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

export const STANCES: readonly Stance[] = ["evidenced", "planned", "contrary"];

/** Tells how a line speaks of a practice that shows in it. */
export class StanceReader {
  private readonly linear: Linear;
  private readonly indicators: ReadonlyMap<string, number>;
  /** What each indicator by itself, and then what each of its own features says: three numbers each, in tenths. */
  private readonly says: Int16Array;
  private readonly own = new PairTable();
  /** Sums of the line, before those of one tag's clause. */
  private readonly ofLine = new Int32Array(STANCES.length);

  constructor(file: StanceFile, table: FeatureTable) {
    this.linear = new Linear(file, table);
    const entries = Object.entries(file.byIndicator);
    this.indicators = new Map(entries.map(([code], number) => [code, number]));
    const says: number[] = [];
    // The first rows are the indicators' own, whether they say anything or not.
    for (const [, spoken] of entries) says.push(...tenthsOf(spoken[""]));
    entries.forEach(([, spoken], number) => {
      for (const [name, text] of Object.entries(spoken)) {
        if (name === "") continue;
        const [space = "", ...rest] = name.split(" ");
        const feature = table.add(space as SpaceName, rest.join(" "));
        if (feature < 0) continue;
        this.own.set(number, feature, says.length / STANCES.length);
        says.push(...tenthsOf(text));
      }
    });
    this.says = Int16Array.from(says);
  }

  /** Takes in the features of a line, before its tags are asked for one by one. */
  readLine(shown: Shown): void {
    this.linear.addUp(shown);
    this.ofLine.set(this.linear.sums);
  }

  /** The stance of one tag: features from number `from` on are those of its own clause. On a tie the first of `STANCES`. */
  stanceOf(indicator: string, shown: Shown, from: number, words: number): Stance {
    const { own, linear } = this;
    linear.sums.set(this.ofLine);
    linear.addUp(shown, from);
    const number = this.indicators.get(indicator);
    if (number !== undefined) {
      this.add(number);
      for (let n = 0; n < shown.count; n++) {
        const row = own.get(number, shown.feature[n] as number);
        if (row) this.add(row);
      }
    }
    let best = 0;
    for (let n = 1; n < STANCES.length; n++) if (linear.score(n, words) > linear.score(best, words)) best = n;
    return STANCES[best] as Stance;
  }

  private add(row: number): void {
    const { sums } = this.linear;
    for (let n = 0; n < STANCES.length; n++)
      sums[n] = (sums[n] as number) + (this.says[row * STANCES.length + n] as number);
  }
}

function tenthsOf(spoken: string | undefined): number[] {
  const parts = spoken?.split(" ") ?? [];
  return STANCES.map((stance) => {
    const at = parts.indexOf(stance);
    return at < 0 ? 0 : Number(parts[at + 1]);
  });
}
