import {
  type AdaptationChoice,
  adaptRubric,
  type Emphasis,
  type Fault,
  type Rubric,
  readRubricValue,
} from "../../core/rubric/rubric";
import { EMPHASES } from "../../core/rubric/schema";
import says from "../sentences.json" with { type: "json" };
import type { SheetEdits } from "./sheet-edits";
import { type Row, textOf } from "./table";

/** What the team can say of one indicator. */
interface Edit {
  readonly title: string;
  readonly text: string;
  readonly phrases: readonly string[];
  readonly emphasis: string;
}

/** A fault in a cell of the rubric sheet. */
export interface CellFault {
  readonly code: string;
  readonly column: "title" | "text" | "phrases" | "emphasis";
  readonly text: string;
}

/** The rubric that is in force, and what keeps the sheet's own from being it. */
export interface TeamRubric {
  readonly rubric: Rubric;
  readonly emphasis: Readonly<Record<string, Emphasis>>;
  readonly faults: readonly CellFault[];
  /** What each row of the sheet says now, by code. */
  readonly edits: Readonly<Record<string, Edit>>;
}

/** Reads the team's rubric from its sheet; with any fault, the last good version stays in force as a whole. */
export function teamRubric(rows: readonly Row[], base: Rubric, choice: AdaptationChoice): TeamRubric {
  const adapted = adaptRubric(base, choice);
  const own = (code: string): Edit => {
    const indicator = base.indicators.find((other) => other.code === code);
    return {
      title: adapted.indicators.find((other) => other.code === code)?.title ?? "",
      text: adapted.indicators.find((other) => other.code === code)?.text ?? "",
      phrases: indicator?.phrases ?? [],
      emphasis: adapted.emphasis[code] ?? "usual",
    };
  };
  const byCode = new Map(rows.map((row) => [textOf(row, "key"), row]));
  const written: Record<string, Edit> = {};
  const good: Record<string, Edit> = {};
  for (const { code } of base.indicators) {
    const row = byCode.get(code);
    written[code] = row ? editOf(row) : own(code);
    good[code] = (row && goodOf(row)) ?? own(code);
  }
  const read = withEdits(adapted, base, written);
  const faults = [...emphasisFaults(written), ...(read.ok ? [] : cellFaults(read.faults, base))];
  if (read.ok && faults.length === 0)
    return { rubric: read.rubric, emphasis: emphasisOf(written), faults, edits: written };
  const fallback = withEdits(adapted, base, good);
  return {
    rubric: fallback.ok ? fallback.rubric : base,
    emphasis: emphasisOf(good),
    faults,
    edits: written,
  };
}

/** Writes what is missing on the rubric sheet, remembers what is in force, and names faults where they are. */
export function keepRubric(edits: SheetEdits, team: TeamRubric): void {
  const sound = team.faults.length === 0;
  for (const [code, edit] of Object.entries(team.edits)) {
    const there = edits.find(code);
    const row =
      there ??
      edits.put({
        key: code,
        code,
        title: edit.title,
        text: edit.text,
        phrases: edit.phrases.join("\n"),
        emphasis: edit.emphasis,
      });
    const own = team.faults.filter((fault) => fault.code === code);
    const isInForce = sound || [JSON.stringify(edit), ""].includes(textOf(row, "good"));
    const state = own.length > 0 ? "Not in force yet: see the note" : isInForce ? "" : WAITS;
    const changed = edits.change(row, { state, ...(sound ? { good: JSON.stringify(edit) } : {}) });
    for (const column of ["title", "text", "phrases", "emphasis"] as const) {
      const notes = own.filter((fault) => fault.column === column).map(({ text }) => text);
      if (notes.length > 0 || textOf(row, "state") !== state) edits.note(changed, column, notes.join("\n"));
    }
  }
}

const WAITS = says.rubricWaits;

const editOf = (row: Row): Edit => ({
  title: textOf(row, "title").trim(),
  text: textOf(row, "text").trim(),
  phrases: textOf(row, "phrases")
    .split(/[\n;]+/)
    .map((phrase) => phrase.trim())
    .filter(Boolean),
  emphasis: textOf(row, "emphasis").trim().toLowerCase() || "usual",
});

function goodOf(row: Row): Edit | undefined {
  try {
    const value: unknown = JSON.parse(textOf(row, "good"));
    return typeof value === "object" && value !== null && Array.isArray((value as Edit).phrases)
      ? (value as Edit)
      : undefined;
  } catch {
    return undefined;
  }
}

function withEdits(adapted: Rubric, base: Rubric, edits: Readonly<Record<string, Edit>>) {
  const indicators = base.indicators.map((indicator) => {
    const { title, text, phrases } = edits[indicator.code] as Edit;
    return { ...indicator, title, text, phrases };
  });
  return readRubricValue({ ...base, title: adapted.title, indicators });
}

const isEmphasis = (value: string): value is Emphasis => (EMPHASES as readonly string[]).includes(value);

const emphasisOf = (edits: Readonly<Record<string, Edit>>): Record<string, Emphasis> =>
  Object.fromEntries(
    Object.entries(edits).map(([code, { emphasis }]) => [code, isEmphasis(emphasis) ? emphasis : "usual"]),
  );

const emphasisFaults = (edits: Readonly<Record<string, Edit>>): CellFault[] =>
  Object.entries(edits).flatMap(([code, { emphasis }]) =>
    isEmphasis(emphasis)
      ? []
      : [{ code, column: "emphasis" as const, text: `Choose one of these: ${EMPHASES.join(", ")}.` }],
  );

function cellFaults(faults: readonly Fault[], base: Rubric): CellFault[] {
  return faults.map(({ place, problem, remedy }) => {
    const [, index = "0", field = "text"] = /^indicators\[(\d+)\]\.(\w+)/.exec(place) ?? [];
    const column = field === "title" || field === "phrases" ? field : "text";
    return { code: base.indicators[Number(index)]?.code ?? "", column, text: `${problem} ${remedy}` };
  });
}
