import type { DecidedTag, Stance } from "../../../core/index";
import type { ReadingWay, SecondState } from "../../protocol";
import { nameOf } from "../whose";

/** Each stance with its shape, its name and what it means, in words for a teacher. */
export const STANCE_WORDS: Readonly<Record<Stance, { mark: string; name: string; meaning: string }>> = {
  evidenced: { mark: "●", name: "Evidenced", meaning: "it happened, or it is how the team works" },
  planned: { mark: "○", name: "Planned", meaning: "still to come" },
  contrary: { mark: "△", name: "Found missing", meaning: "the notes say it was missed or skipped" },
};

/** Said of a document that is open, but whose page does not answer. */
export const SILENT =
  "Plumbline does not reach this document, and shows it as it was last read. Reload it once, and it is read along; Google Docs has saved what you wrote.";

/** How the page is being read, and what that means for the person. `kept`: whether what is read is kept. */
export function wayInWords({ text, marks }: ReadingWay, live: boolean, kept: boolean): string {
  if (!live) return "The document is not open here. You see it as it was last read.";
  if (!kept) return "What you write cannot be kept here at the moment. You see it as it was last kept.";
  if (text === "none") return "Plumbline cannot read this page at the moment. You see it as it was last read.";
  const source = {
    annotated: "Reading along as you type",
    painted: "Reading what is on the screen; scroll through the document once to have all of it",
    export: "Reading a copy that Google Docs gives; it follows a few seconds behind",
  }[text];
  const drawing = {
    annotated: "marks are drawn in the text",
    painted: "marks are drawn where the page shows the words",
    none: "this page does not tell where its words stand, so tags show only here",
  }[marks];
  return `${source}; ${drawing}.`;
}

/** How far the second reader is; "" where it is switched off. */
export function secondInWords(second: SecondState | undefined, live: boolean): string {
  if (!second || !live) return "";
  const { read, of, trouble } = second;
  if (trouble !== undefined) return trouble;
  return read < of
    ? `The second reader is at work: ${read} of ${count(of, "line")} read.`
    : "The second reader has read every finished line.";
}

/** Who made a tag, and what came of it; `me` is the name that goes with the person's own decisions. */
export function whoInWords({ standing, reader, confidence, tier }: DecidedTag, me: string): string {
  if (standing) {
    const { decision, disagreed } = standing;
    const did = {
      accept: "agreed",
      add: "added this",
      restance: "changed how it shows",
      reject: "said: not here",
      withdraw: "took it back",
    }[decision.verdict];
    return `${nameOf(decision, me)} ${did}${disagreed ? "; others see it differently" : ""}`;
  }
  const machine = reader === "deep" ? "Suggested by Plumbline's second reader" : "Suggested by Plumbline";
  const by = reader === "person" ? "a person" : machine;
  const often = `people agree with about ${Math.round(confidence * 100)} of 100 like it`;
  return tier === "found" ? `${by}; ${often}` : `${by}, worth a look; ${often}`;
}

/** "1 line", "12 lines". */
export const count = (number: number, one: string, many = `${one}s`): string =>
  `${number} ${number === 1 ? one : many}`;

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** Writes `2025-10-12` as "12 Oct 2025"; "no date" where there is none. */
export function dayInWords(date: string | undefined): string {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(date ?? "") ?? [];
  return year ? `${Number(day)} ${MONTHS[Number(month) - 1]} ${year}` : "no date";
}
