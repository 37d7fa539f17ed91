import { canRepeat } from "../notes/template";
import { type CoverageMeeting, type CoverageSource, meetingOf, PRINTED_IN, partsOf } from "./coverage";

/**
 * One meeting, as `coverageOf` counts it but for the text that the team prints on every sheet: that is known only when all
 * meetings of the team have been seen. Whoever sums up a stream leaves out the tags on texts that are print, and takes
 * their lines off `meeting.lines`.
 */
export interface StreamedMeeting {
  readonly meeting: CoverageMeeting;
  /** Index of its first line in the document, from 0. */
  readonly from: number;
  /** Each text that is print where enough meetings hold it, and how many lines of `meeting.lines` it takes up. */
  readonly repeatable: ReadonlyMap<string, number>;
}

const NOTHING: ReadonlySet<string> = new Set();

/** The meetings of one document, in the order in which they stand there. */
export function streamedMeetings(source: CoverageSource): StreamedMeeting[] {
  return partsOf(source).map((part) => {
    const repeatable = new Map<string, number>();
    part.lines.forEach((line, at) => {
      if (canRepeat(line)) repeatable.set(line.text, (repeatable.get(line.text) ?? 0) + (part.template[at] ? 0 : 1));
    });
    return { meeting: meetingOf(part, NOTHING), from: part.from, repeatable };
  });
}

/** Whether a text that stands in so many meetings of one team is taken for print. */
export const isPrintedIn = (meetings: number): boolean => meetings >= PRINTED_IN;
