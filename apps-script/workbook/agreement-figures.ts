import { type AgreementLine, byLine, type Suggestion } from "../../core/agreement/lines";
import { type MachineAgreement, machineAgreement } from "../../core/agreement/machine";
import { type PairAgreement, peopleAgreement } from "../../core/agreement/people";
import type { Decision } from "../../core/decisions/decision";
import type { Rubric } from "../../core/rubric/rubric";
import { WORDS_PREFIX } from "../reading/read-document";
import { codeOf, documentMark, documentOfMeeting, factsOf, lineOf, wordsMark } from "./evidence-facts";
import type { SheetEdits } from "./sheet-edits";
import { type Row, textOf } from "./table";

/** How far the program and people agree, and people among themselves. */
export interface AgreementFigures {
  readonly machine: ReturnType<typeof machineAgreement>;
  readonly pairs: readonly PairAgreement[];
}

export type { MachineAgreement, PairAgreement };

interface EvidenceLine {
  readonly meeting: string;
  readonly tags: Suggestion[];
  /** The decisions that were laid on it. */
  said: readonly Decision[] | undefined;
}

/** Compares what the sheets hold. A decision whose words no line has any more counts by what it says itself. */
export function agreementOf(
  evidence: readonly Row[],
  meetings: SheetEdits,
  decisions: readonly Decision[],
  rubric: Rubric,
): AgreementFigures {
  const lines = new Map<string, EvidenceLine>();
  const byWords = new Map<string, EvidenceLine[]>();
  for (const row of evidence) {
    const { meeting, words, picked, printed, program } = factsOf(row);
    if (picked === "gone" || printed) continue;
    let line = lines.get(lineOf(row));
    if (!line) {
      line = { meeting, tags: [], said: undefined };
      lines.set(lineOf(row), line);
      const place = `${documentOfMeeting(meeting)} ${words}`;
      const twins = byWords.get(place);
      if (twins) twins.push(line);
      else byWords.set(place, [line]);
    }
    if (program) line.tags.push({ indicator: codeOf(row), ...program });
  }
  const spoken = byLine(decisions);
  const adrift: AgreementLine[] = [];
  for (const said of spoken) {
    const [{ document, quote, meeting } = { document: "", quote: "", meeting: "" }] = said;
    const words = quote.startsWith(WORDS_PREFIX) ? quote.slice(WORDS_PREFIX.length) : wordsMark(quote);
    const open = (byWords.get(`${documentMark(document)} ${words}`) ?? []).filter((line) => !line.said);
    const line = open.find((one) => dateOf(meetings, one.meeting) === meeting) ?? open[0];
    if (line) line.said = said;
    else adrift.push({ decisions: said });
  }
  const placed = [...lines.values()].map(({ tags, said = [] }): AgreementLine => ({ tags, decisions: said }));
  return { machine: machineAgreement([...placed, ...adrift], rubric), pairs: peopleAgreement(spoken) };
}

const dateOf = (meetings: SheetEdits, key: string): string => {
  const row = meetings.find(key);
  return row ? textOf(row, "date") : "";
};
