import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readMarkdown } from "../../../cli/readers/markdown";
import { readText } from "../../../cli/readers/text";
import { type Coverage, coverageOf, type Notes, plcRubric } from "../../../core/index";
import { bullet, documentOf, heading, tagOf } from "../coverage/documents";

const root = join(import.meta.dirname, "../../corpus/agendas");

/** A finding that somebody expects: its type, and which indicator, rule or word it is known by. */
export interface Expected {
  readonly type: string;
  readonly marks: readonly string[];
}

/** An agenda with what a facilitator would say of it. */
export interface LabelledAgenda {
  readonly name: string;
  readonly notes: Notes;
  readonly history?: Coverage;
  /** Minutes of each item; undefined where the agenda does not say. Absent: not to be measured. */
  readonly minutes?: readonly (number | undefined)[];
  readonly must: readonly Expected[];
  readonly may: readonly Expected[];
}

/** All agendas of one part, in the order of their names. */
export const labelledAgendas = (part: "open" | "held" | "fresh" | "late"): LabelledAgenda[] =>
  readdirSync(join(root, part))
    .sort()
    .map((name) => labelledAgenda(name, readFileSync(join(root, part, name), "utf8")));

function labelledAgenda(name: string, text: string): LabelledAgenda {
  const [head = "", body = ""] = text.split(/^===\n/m);
  const field = (key: string) => new RegExp(`^${key}:(.*)$`, "m").exec(head)?.[1]?.trim();
  const bytes = new TextEncoder().encode(body);
  const read = name.endsWith(".md") ? readMarkdown(bytes) : readText(bytes);
  const [level, model, date, history, items] = ["level", "model", "date", "history", "items"].map(field);
  const notes = { ...read, ...(level ? { level } : {}), ...(model ? { model } : {}), ...(date ? { date } : {}) };
  return {
    name,
    notes,
    ...(history ? { history: historyNamed(history) } : {}),
    ...(items === undefined
      ? {}
      : {
          minutes: items
            .split(" ")
            .filter(Boolean)
            .map((item) => (item === "-" ? undefined : Number(item))),
        }),
    must: expected(field("must")),
    may: expected(field("may")),
  };
}

const expected = (text = ""): Expected[] =>
  text
    .split("|")
    .map((each) => each.trim())
    .filter(Boolean)
    .map((each) => {
      const [type = "", ...marks] = each.split(" ");
      return { type, marks };
    });

/** The history of a team, made by hand, so that it does not hang on what the model finds. */
export function historyNamed(name: string): Coverage {
  const [head = "", ...meetings] = readFileSync(join(root, "histories", `${name}.txt`), "utf8").split(/^# /m);
  const sources = meetings.map((meeting) => {
    const [date = "", ...rows] = meeting.trim().split("\n");
    const lines = rows
      .filter((row) => !row.startsWith(">"))
      .map((row) => {
        const [text = "", codes = text] = row.split(" :: ");
        return [bullet(text), ...codes.split(" ").map((code) => tagOf(code))] as const;
      });
    const promises = rows.filter((row) => row.startsWith(">")).map((row) => bullet(row.slice(1).trim()));
    return documentOf([heading("Notes"), ...lines, heading("Next steps"), ...promises], {
      date,
      title: name,
      source: `${name}/${date}.md`,
    });
  });
  return coverageOf(sources, plcRubric, /^team: (.*)$/m.exec(head)?.[1]);
}
