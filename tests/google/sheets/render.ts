import type { sheets_v4 } from "@googleapis/sheets";
import { NotFaked } from "../api/api-error";
import type { Cell, ExtendedValue, Scalar } from "./cell";
import { EPOCH } from "./enter";

export type ValueOption = "FORMATTED_VALUE" | "UNFORMATTED_VALUE" | "FORMULA";
export type DateTimeOption = "SERIAL_NUMBER" | "FORMATTED_STRING";
/** Works out a formula's value, or gives undefined where it cannot. */
export type Evaluate = (formula: string) => Scalar | undefined;

const LITERAL = `"(?:[^"]|"")*"`;
const HYPERLINK = new RegExp(`^=HYPERLINK\\(\\s*(${LITERAL})\\s*(?:[,;]\\s*(${LITERAL})\\s*)?\\)$`, "is");
const text = (literal: string): string => literal.slice(1, -1).replaceAll('""', '"');

/** The few formulas whose value does not depend on other cells; any other must be given by the test. */
function ownValue(formula: string): Scalar | undefined {
  const link = HYPERLINK.exec(formula);
  if (link) return text(link[2] ?? link[1] ?? '""');
  if (/^=(?:SPARKLINE|IMAGE)\(/i.test(formula)) return "";
  return undefined;
}

/** The value that a cell shows, or undefined where it is empty. */
export function effective(value: ExtendedValue | undefined, evaluate: Evaluate): Scalar | undefined {
  const formula = value?.formulaValue;
  if (formula == null) return value?.stringValue ?? value?.numberValue ?? value?.boolValue ?? undefined;
  const worked = evaluate(formula) ?? ownValue(formula);
  if (worked === undefined) throw new NotFaked(`The value of ${formula} (give it through workspace.evaluate)`);
  return worked;
}

const pad = (value: number, width: number): string => String(value).padStart(width, "0");

function dateText(serial: number, pattern: string): string {
  const date = new Date(Math.round(EPOCH + serial * 86_400_000));
  const afterHours = /h/i;
  const [month, weekday] = ["month", "weekday"].map((part) =>
    date.toLocaleDateString("en-US", { [part]: "long", timeZone: "UTC" }),
  );
  return pattern.replace(/yyyy|yy|m{1,4}|d{1,4}|hh|h|ss|s/gi, (part, place: number) => {
    const minutes =
      /^m{1,2}$/i.test(part) && (afterHours.test(pattern.slice(0, place)) || /^:ss/i.test(pattern.slice(place + 2)));
    switch (part.toLowerCase()) {
      case "yyyy":
        return pad(date.getUTCFullYear(), 4);
      case "yy":
        return pad(date.getUTCFullYear() % 100, 2);
      case "mmmm":
        return month ?? "";
      case "mmm":
        return (month ?? "").slice(0, 3);
      case "dddd":
        return weekday ?? "";
      case "ddd":
        return (weekday ?? "").slice(0, 3);
      case "mm":
        return pad(minutes ? date.getUTCMinutes() : date.getUTCMonth() + 1, 2);
      case "m":
        return String(minutes ? date.getUTCMinutes() : date.getUTCMonth() + 1);
      case "dd":
        return pad(date.getUTCDate(), 2);
      case "d":
        return String(date.getUTCDate());
      case "hh":
        return pad(date.getUTCHours(), 2);
      case "h":
        return String(date.getUTCHours());
      case "ss":
        return pad(date.getUTCSeconds(), 2);
      default:
        throw new NotFaked(`The date format ${pattern}`);
    }
  });
}

const DEFAULT_PATTERN: Readonly<Record<string, string>> = {
  DATE: "yyyy-mm-dd",
  DATE_TIME: "yyyy-mm-dd hh:mm:ss",
  TIME: "hh:mm:ss",
  PERCENT: "0.00%",
  NUMBER: "#,##0.00",
  CURRENCY: '"$"#,##0.00',
};

function numberText(value: number, format: sheets_v4.Schema$NumberFormat | undefined): string {
  const type = format?.type ?? "";
  const pattern = format?.pattern || DEFAULT_PATTERN[type];
  if (!pattern || type === "TEXT") return String(Number(value.toPrecision(10)));
  if (/^(DATE|DATE_TIME|TIME)$/.test(type)) return dateText(value, pattern);
  const plain = /^("[^"]*")?(#,##)?0(\.0+)?(%)?$/.exec(pattern);
  if (!plain) throw new NotFaked(`The number format ${pattern}`);
  const digits = Math.max(0, (plain[3]?.length ?? 1) - 1);
  const shown = (plain[4] ? value * 100 : value).toLocaleString("en-US", {
    useGrouping: plain[2] !== undefined,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  return `${plain[1]?.slice(1, -1) ?? ""}${shown}${plain[4] ?? ""}`;
}

/** What a cell shows to a person. */
export function formatted(cell: Cell, evaluate: Evaluate): string | undefined {
  const value = effective(cell.userEnteredValue ?? undefined, evaluate);
  if (value === undefined) return undefined;
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  return typeof value === "number" ? numberText(value, cell.userEnteredFormat?.numberFormat ?? undefined) : value;
}

/** A cell's value as a values read gives it, or undefined where the cell is empty. */
export function render(
  cell: Cell | undefined,
  option: ValueOption,
  dates: DateTimeOption,
  evaluate: Evaluate,
): Scalar | undefined {
  const value = cell?.userEnteredValue ?? undefined;
  if (!cell || !value) return undefined;
  if (option === "FORMULA" && value.formulaValue != null) return value.formulaValue;
  if (option === "FORMATTED_VALUE") return formatted(cell, evaluate);
  const type = cell.userEnteredFormat?.numberFormat?.type ?? "";
  const isDate = value.numberValue != null && /^(DATE|DATE_TIME|TIME)$/.test(type);
  return isDate && dates === "FORMATTED_STRING" ? formatted(cell, evaluate) : effective(value, evaluate);
}
