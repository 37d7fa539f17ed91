import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { gunzipSync, gzipSync } from "node:zlib";
import type { LineKind } from "../core/notes/notes";
import { STANCES, type Stance } from "../core/tagger/tag";
import type { GoldMeeting } from "./gold";

/** How far a teacher believes that a line shows a practice, 0–1, and with what stance. */
export interface Belief {
  readonly share: number;
  readonly stance: Stance;
}

/** A meeting labelled by a teacher model and not by people. */
export interface TaughtMeeting extends Pick<GoldMeeting, "facts"> {
  /** Name of the labelled meeting that it was made of. */
  readonly of: string;
  readonly lines: readonly {
    readonly kind: LineKind;
    readonly text: string;
    readonly beliefs: Readonly<Record<string, Belief>>;
  }[];
}

/** Writes taught meetings, one JSON object a row, in a gzipped file. Shares are rounded to hundredths; none is left out. */
export function writeTaught(path: string, meetings: readonly TaughtMeeting[]): void {
  const rows = meetings.map(({ of, facts, lines }) =>
    JSON.stringify({
      of,
      facts,
      lines: lines.map(({ kind, text, beliefs }) => [
        kind,
        text,
        Object.entries(beliefs).flatMap(([code, { share, stance }]) =>
          share < 0.005 ? [] : [[code, Math.round(share * 100), STANCES.indexOf(stance)]],
        ),
      ]),
    }),
  );
  writeFileSync(path, gzipSync(rows.join("\n"), { level: 9 }));
}

/** Reads them back; none where the file is absent. */
export function readTaught(path: string): TaughtMeeting[] {
  if (!existsSync(path)) return [];
  return gunzipSync(readFileSync(path))
    .toString("utf8")
    .split("\n")
    .map((row) => {
      const { of, facts, lines } = JSON.parse(row);
      return {
        of,
        facts,
        lines: lines.map(([kind, text, shows]: [LineKind, string, [string, number, number][]]) => ({
          kind,
          text,
          beliefs: Object.fromEntries(
            shows.map(([code, hundredths, stance]) => [code, { share: hundredths / 100, stance: STANCES[stance] }]),
          ),
        })),
      };
    });
}
