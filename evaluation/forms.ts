import { countsOf, totalOf } from "./counts";
import { type Scores, scoresOf, support } from "./scores";
import type { JudgedMeeting } from "./verdicts";

/** The scores of lines, or of meetings, of one form. */
export interface FormResult {
  readonly form: string;
  readonly meetings: number;
  readonly lines: number;
  readonly labels: number;
  readonly scores: Scores;
}

const SHORT_LINE = 8;
const TERSE_MEETING = 12;

/** Terse notes apart from prose: by line, then by meeting. A word is what spaces part. */
export function formResults(meetings: readonly JudgedMeeting[]): readonly FormResult[] {
  const short = ({ line }: JudgedMeeting["lines"][number]) => wordsIn(line.text) < SHORT_LINE;
  const terse = (meeting: JudgedMeeting) => wordsALine(meeting) < TERSE_MEETING;
  const byLine = (keep: (line: JudgedMeeting["lines"][number]) => boolean) =>
    meetings.map((meeting) => ({ ...meeting, lines: meeting.lines.filter(keep) }));
  return [
    result(`lines of fewer than ${SHORT_LINE} words`, byLine(short)),
    result(
      "longer lines",
      byLine((line) => !short(line)),
    ),
    result(`terse meetings (fewer than ${TERSE_MEETING} words a line)`, meetings.filter(terse)),
    result(
      "meetings in prose",
      meetings.filter((meeting) => !terse(meeting)),
    ),
  ];
}

function result(form: string, meetings: readonly JudgedMeeting[]): FormResult {
  const some = meetings.filter(({ lines }) => lines.length > 0);
  const counts = countsOf(some.flatMap(({ lines }) => lines));
  return {
    form,
    meetings: some.length,
    lines: counts.lines,
    labels: support(totalOf(counts)),
    scores: scoresOf(counts),
  };
}

const wordsIn = (text: string): number => text.split(/\s+/).filter(Boolean).length;

const wordsALine = ({ lines }: JudgedMeeting): number =>
  lines.reduce((sum, { line }) => sum + wordsIn(line.text), 0) / lines.length;
