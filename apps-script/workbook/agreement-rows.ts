import { machineSentences, pairHeadline, pairSentences } from "../../core/agreement/sentences";
import type { Rubric } from "../../core/rubric/rubric";
import { fingerprint } from "../reading/fingerprint";
import says from "../sentences.json" with { type: "json" };
import type { AgreementFigures, MachineAgreement, PairAgreement } from "./agreement-figures";
import type { SheetEdits } from "./sheet-edits";
import { type Cells, textOf } from "./table";
import { count } from "./wording";

const PROGRAM_AND_PEOPLE = "Program and people";
const ALL = "All practices";
const ABOUT = says.aboutAgreement;

/** Writes who sees what, in place: every row is known by its key, so people may move and annotate them. */
export function writeAgreement(edits: SheetEdits, { machine, pairs }: AgreementFigures, rubric: Rubric): void {
  const titles = new Map(rubric.indicators.map(({ code, title }) => [code, title]));
  const kept = new Set<string>();
  const line = (key: string, cells: Cells) => {
    kept.add(key);
    edits.put({ ...blank, ...cells, key });
  };
  line("about", { between: "About this sheet", words: ABOUT });
  line("machine", { ...machineCells(machine.total), practice: ALL, words: machineHeadline(machine.total) });
  for (const [code, one] of Object.entries(machine.indicators)) {
    const practice = titles.get(code) ?? code;
    line(`machine:${code}`, { ...machineCells(one), code, practice, words: machineSentences(practice, one) });
  }
  for (const pair of pairs) {
    const key = `pair:${fingerprint(JSON.stringify(pair.people))}`;
    line(key, { ...pairCells(pair, pair.total), practice: ALL, words: pairHeadline(pair) });
    for (const [code, one] of Object.entries(pair.indicators)) {
      const practice = titles.get(code) ?? code;
      const words = pairSentences(practice, pair.people, one);
      line(`${key}:${code}`, { ...pairCells(pair, one), code, practice, words });
    }
  }
  for (const row of edits.keyed()) {
    if (kept.has(textOf(row, "key"))) continue;
    if (row.hasOwn) edits.change(row, { both: "", first: "", second: "", agreement: "", kappa: "", words: OVER });
    else edits.remove(row);
  }
}

const OVER = says.noComparison;
const blank: Cells = {
  between: "",
  code: "",
  practice: "",
  both: "",
  first: "",
  second: "",
  agreement: "",
  words: "",
  kappa: "",
};

const machineCells = ({ kept, turnedDown, added, f1 }: MachineAgreement): Cells => ({
  between: PROGRAM_AND_PEOPLE,
  // Before anything is decided there is nothing to count.
  ...(f1 === undefined ? {} : { both: kept, first: turnedDown, second: added, agreement: f1 }),
});

const pairCells = ({ people }: PairAgreement, totals: PairAgreement["total"]): Cells => ({
  between: people.join(" and "),
  both: totals.both,
  first: totals.onlyFirst,
  second: totals.onlySecond,
  agreement: totals.f1 ?? "",
  kappa: totals.kappa ?? "",
});

function machineHeadline({ kept, turnedDown, added, open }: MachineAgreement): string {
  const waiting = open > 0 ? ` Waiting for a look: ${count(open, "line")} that the program found.` : "";
  if (kept + turnedDown + added === 0) return `Nobody has decided on a line yet.${waiting}`;
  return `You decided on ${count(kept + turnedDown, "line")} that the program found, and kept ${kept}; you added ${added}.${waiting}`;
}
