import type { Stance, Verdict } from "../../core/index";
import { askToDecide } from "../ask";
import type { Host } from "../hosts/host";
import { draftDecisions } from "../services/draft-decision";
import type { DecidedLines } from "./decided-lines";
import type { MarkedTag } from "./page-marks";

/** What a decision on the card is made from, and what shows it. */
export interface Deciding {
  readonly host: Host;
  readonly decided: DecidedLines;
  title(): string;
  /** Name that goes with this person's decisions; may be empty. */
  who(): string;
  redraw(): void;
}

/** Keeps what a person says of a tag of a line, and shows it at once. Resolves to words for the person where it could not be kept. */
export async function decide(
  { host, decided, title, who, redraw }: Deciding,
  at: number,
  { tag }: MarkedTag,
  verdict: Verdict,
  stance: Stance | undefined,
): Promise<string> {
  const { place } = host;
  const line = host.lines[at];
  if (!place || !line) return "This line has changed. Try again.";
  const notes = { title: title(), lines: host.lines.map((one) => one.line) };
  const [draft] = draftDecisions(place, notes, [
    { line: at, indicator: tag.indicator, verdict, reader: tag.reader, ...(stance ? { stance } : {}) },
  ]);
  if (!draft) return "A line without words cannot carry a tag.";
  decided.foresee(line, draft, who());
  redraw();
  const answer = await askToDecide([draft]);
  if (answer.ok) return "";
  decided.forget(line, draft.id);
  redraw();
  return answer.error.message;
}
