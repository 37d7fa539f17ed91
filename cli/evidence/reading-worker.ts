import { createHash } from "node:crypto";
import { parentPort, workerData } from "node:worker_threads";
import { type AdaptedRubric, createTagger, streamedMeetings, type TaggedNotes } from "../../core/index";
import { readFileOfNotes } from "../files";
import { type PartRecord, writePart } from "./part";
import type { Job } from "./plan";
import { evidenceRow, meetingRow } from "./rows";

/** What every worker is given when it starts. */
export interface ReadingSettings {
  readonly rubric: AdaptedRubric;
  /** Whether quotes, headings and titles are written. */
  readonly words: boolean;
  /** Files that a person named outright: a report among them is worth a word. */
  readonly named: readonly string[];
}

/** A job, and where its part goes. */
export interface ReadingTask extends Job {
  readonly part: string;
  /** Which of its files took more memory than there is, by their place among them. */
  readonly tooLarge?: readonly number[];
}

const TOO_LARGE = {
  problem: "This file is too large to be read with the memory that a thread may take.",
  remedy: "Split it, for example by semester, or give more with --memory 4096.",
};

/** Serves one worker thread: reads and tags the files of each task, writes its part, and answers when it is whole. */
export function serveReading(): void {
  const port = parentPort;
  if (!port) throw new Error("This runs in a worker thread only.");
  const { settings, reading } = workerData as { settings: ReadingSettings; reading: Int32Array };
  const read = readerOf(settings);
  port.on("message", async ({ files, team, part, tooLarge }: ReadingTask) => {
    await writePart(part, async (write) => {
      for (const [at, file] of files.entries()) {
        reading[0] = at;
        if (tooLarge?.includes(at)) await write([{ kind: "unread", unread: { file, ...TOO_LARGE } }]);
        else await write(await read(file, team));
      }
    });
    port.postMessage(files.length);
  });
}

function readerOf({ rubric, words, named }: ReadingSettings) {
  const tagger = createTagger(rubric);
  const dimensions = new Map(rubric.indicators.map(({ code, dimension }) => [code, dimension]));

  return async (file: string, team: string): Promise<PartRecord[]> => {
    const notes = await readFileOfNotes(file);
    if (!notes.ok) {
      const { ok: _ok, isReport, ...unread } = notes;
      return isReport && !named.includes(file)
        ? [{ kind: "warned", file, warnings: ["This is an earlier report, and was left out."] }]
        : [{ kind: "unread", unread }];
    }
    const records = recordsOf(file, team, tagger.tag(notes.notes));
    return notes.warnings.length ? [...records, { kind: "warned", file, warnings: notes.warnings }] : records;
  };

  function recordsOf(source: string, team: string, tagged: TaggedNotes): PartRecord[] {
    return streamedMeetings({ source, tagged }).flatMap(({ meeting, repeatable }, at) => {
      const row = meetingRow(team, words ? meeting : { ...meeting, title: "" }, at + 1, rubric);
      const hashes = new Map([...repeatable.keys()].map((text) => [text, hashOf(text)]));
      const tags = meeting.tags.map((tag): PartRecord => {
        const json = JSON.stringify(evidenceRow(row, tag, dimensions.get(tag.indicator) ?? "", words));
        return { kind: "tag", hash: hashes.get(tag.text), json };
      });
      const repeats = [...repeatable].map(([text, lines]) => [hashes.get(text) as number, lines] as const);
      return [{ kind: "meeting", row, repeatable: repeats }, ...tags];
    });
  }
}

/** 52 bits of a text's SHA-256, as a whole number. */
function hashOf(text: string): number {
  return parseInt(createHash("sha256").update(text).digest("hex").slice(0, 13), 16);
}
