import { type TimeBox, timeBoxIn } from "../notes/details";
import type { Line } from "../notes/notes";
import type { Block } from "./block";
import { isLabel, sectionOf } from "./sections";
import { begins, is, plain, type WordList } from "./words";

/** What the columns of an agenda table hold. */
export interface Columns {
  readonly time?: number;
  /** A second column that tells of the time: the end beside the start, or the length beside a clock time. */
  readonly moreTime?: number;
  readonly topic: number;
  readonly lead?: number;
  readonly material?: number;
}

/** An agenda table: its cells' place in the document and the rows that are items. */
export interface AgendaTable {
  readonly columns: Columns;
  /** Indices of all its cells, in order. */
  readonly cells: readonly number[];
  readonly width: number;
  readonly blocks: readonly Block[];
}

const BARE = /^~?(\d{1,3})\s*$/;

/** Whether a line is a cell of a table. */
export const isCell = (line: Line | undefined): boolean => line?.kind === "cell";

interface Cell {
  readonly at: number;
  readonly column: number;
  readonly text: string;
}

/** Reads the cells of one table as an agenda; undefined where it is none (a form's head, a list of norms). */
export function agendaTable(lines: readonly Line[], cells: readonly number[]): AgendaTable | undefined {
  const rows = new Map<number, Cell[]>();
  for (const at of cells) {
    const { row = 0, column = 0, text } = lines[at] as Line;
    const list = rows.get(row) ?? [];
    list.push({ at, column, text });
    rows.set(row, list);
  }
  const all = [...rows.values()];
  const width = Math.max(...all.map((row) => Math.max(...row.map(({ column }) => column)))) + 1;
  if (width < 2) return undefined;
  const head = all.findIndex(
    (row) =>
      row.filter(({ text }) => begins("columnTopic", plain(text)) || begins("columnTime", plain(text))).length > 0 &&
      row.every(({ text }) => plain(text).split(" ").length <= 5 && !timeBoxIn(text)),
  );
  if (head >= 0 && (all[head] as Cell[]).some(({ text }) => is("formHead", plain(text)))) return undefined;
  const columns = head >= 0 ? namedColumns(all[head] as Cell[], all.slice(head + 1)) : guessedColumns(all);
  if (!columns) return undefined;
  // "Zeit | Punkt" above nothing but times.
  const times = all.map((row) => row.find(({ column }) => column === columns.time)?.text ?? "");
  const isHead = head < 0 && times.length > 2 && times.every((text, at) => at > 0 === /\d/.test(text) && text !== "");
  const blocks = all.slice(isHead ? 1 : head + 1).flatMap((row) => blockOf(row, columns) ?? []);
  return blocks.length === 0 ? undefined : { columns, cells, width, blocks };
}

function namedColumns(row: readonly Cell[], below: readonly Cell[][]): Columns | undefined {
  const column = (list: WordList, except: readonly (number | undefined)[] = []) =>
    row.find((cell) => begins(list, plain(cell.text)) && !except.includes(cell.column))?.column;
  // A head in another language, or none above the times: the column says what it is.
  const time = column("columnTime") ?? row.find((cell) => areTimes(below, cell.column))?.column;
  const moreTime = time === undefined ? undefined : column("columnMoreTime", [time]);
  const lead = column("columnLead", [time, moreTime]);
  const material = column("columnMaterial", [time, moreTime, lead]);
  const others = [time, moreTime, lead, material];
  const topic = column("columnTopic", others) ?? row.find((cell) => !others.includes(cell.column))?.column;
  if (topic === undefined) return undefined;
  return {
    topic,
    ...part("time", time),
    ...part("moreTime", moreTime),
    ...part("lead", lead),
    ...part("material", material),
  };
}

/** Whether most cells of a column are times and nothing else. */
function areTimes(rows: readonly Cell[][], column: number): boolean {
  const texts = rows.flatMap((row) => row.filter((cell) => cell.column === column && cell.text));
  const timed = texts.filter(({ text }) => {
    const box = timeBoxIn(text);
    return box && !/\p{L}/u.test(text.slice(0, box.start) + text.slice(box.end));
  });
  return texts.length > 1 && timed.length * 3 > texts.length * 2;
}

/** Without a head row: a column in which most cells are times, and the first other one beside it. */
function guessedColumns(rows: readonly Cell[][]): Columns | undefined {
  for (const column of [0, 1, 2]) {
    const texts = rows.flatMap((row) => row.filter((cell) => cell.column === column && cell.text));
    const timed = texts.filter(({ text }) => text.length < 24 && (timeBoxIn(text) || BARE.test(text)));
    if (texts.length > 1 && timed.length * 3 > texts.length * 2) return { time: column, topic: column === 0 ? 1 : 0 };
  }
  const boxed = rows.filter((row) => row.some(({ text, column }) => column === 0 && timeBoxIn(text)));
  return boxed.length * 2 > rows.length ? { topic: 0 } : undefined;
}

const part = <K extends string>(name: K, value: number | undefined) =>
  (value === undefined ? {} : { [name]: value }) as { [key in K]?: number };

function blockOf(row: readonly Cell[], columns: Columns): Block | undefined {
  const cell = (column: number | undefined) => row.find((each) => each.column === column);
  const topic = cell(columns.topic);
  if (!topic?.text.trim() || begins("sum", plain(topic.text))) return undefined;
  const [time, more] = [cell(columns.time), cell(columns.moreTime)].map((each) => boxOfCell(each?.text ?? ""));
  const box = (time && more ? together(time, more) : (time ?? more)) ?? timeBoxIn(topic.text);
  if (!box && (isLabel(topic.text) || sectionOf(topic.text) === "norms")) return undefined;
  const lead = cell(columns.lead)?.text;
  const material = cell(columns.material)?.text;
  return {
    line: topic.at,
    lines: [topic.at, ...row.filter(({ at, text }) => at !== topic.at && text).map(({ at }) => at)],
    text: topic.text,
    box,
    form: "row",
    ...(lead ? { lead } : {}),
    ...(material ? { material } : {}),
  };
}

/** What two cells of a row say of its time: a start and an end, or a clock time and a length. */
function together(time: TimeBox, more: TimeBox): TimeBox {
  if (time.minutes !== undefined) return time;
  if (more.minutes !== undefined) return { ...time, minutes: more.minutes };
  const to = more.to ?? more.from;
  const { from } = time;
  return from === undefined || to === undefined || to <= from ? time : { ...time, to, minutes: to - from };
}

/** A time cell: a time, or a bare number of minutes. */
function boxOfCell(text: string): TimeBox | undefined {
  const bare = BARE.exec(text);
  if (bare) return { minutes: Number(bare[1]), start: 0, end: 0 };
  const box = timeBoxIn(text);
  // The place in another cell says nothing of the item's own words.
  return box && { ...box, start: 0, end: 0 };
}
