import type { sheets_v4 } from "@googleapis/sheets";
import { invalid } from "../api/api-error";
import { CELL_CHARACTERS, type Cell, type ExtendedValue } from "./cell";

export type InputOption = "RAW" | "USER_ENTERED";

const DAY = 86_400_000;
/** Spreadsheets count days from 30 December 1899. */
export const EPOCH = Date.UTC(1899, 11, 30);

export const serialOf = (milliseconds: number): number => (milliseconds - EPOCH) / DAY;

interface Entered {
  readonly value: ExtendedValue;
  readonly format?: sheets_v4.Schema$NumberFormat;
}

function dateOf(text: string): Entered | undefined {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[ T](\d{1,2}):(\d{2})(?::(\d{2}))?)?$/.exec(text);
  const american = iso ? null : /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text);
  const [year, month, day] = iso
    ? [iso[1], iso[2], iso[3]].map(Number)
    : american
      ? [american[3], american[1], american[2]].map(Number)
      : [];
  if (year === undefined || month === undefined || day === undefined) return undefined;
  const midnight = Date.UTC(year, month - 1, day);
  if (new Date(midnight).getUTCMonth() !== month - 1 || new Date(midnight).getUTCDate() !== day) return undefined;
  const [hours, minutes, seconds] = [iso?.[4], iso?.[5], iso?.[6]].map((part) => Number(part ?? 0));
  const serial = serialOf(midnight) + ((hours ?? 0) * 3600 + (minutes ?? 0) * 60 + (seconds ?? 0)) / 86_400;
  const timed = iso?.[4] !== undefined;
  return {
    value: { numberValue: serial },
    format: timed
      ? { type: "DATE_TIME", pattern: "yyyy-mm-dd hh:mm:ss" }
      : { type: "DATE", pattern: iso ? "yyyy-mm-dd" : "m/d/yyyy" },
  };
}

/** What a person's typing becomes, in a spreadsheet of the locale en_US. */
function typed(text: string): Entered {
  if (text.startsWith("'")) return { value: { stringValue: text.slice(1) } };
  if (/^=./s.test(text)) return { value: { formulaValue: text } };
  if (/^(true|false)$/i.test(text)) return { value: { boolValue: text.toLowerCase() === "true" } };
  const number = /^([+-]?)(\$?)((?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d*)?|\.\d+)(e[+-]?\d+)?(%?)$/i.exec(text.trim());
  if (number) {
    const [, sign = "", dollar = "", digits = "", exponent = "", percent = ""] = number;
    const amount = Number(`${sign}${digits.replaceAll(",", "")}${exponent}`);
    if (percent)
      return {
        value: { numberValue: amount / 100 },
        format: { type: "PERCENT", pattern: digits.includes(".") ? "0.00%" : "0%" },
      };
    if (dollar) return { value: { numberValue: amount }, format: { type: "CURRENCY", pattern: '"$"#,##0.00' } };
    return { value: { numberValue: amount } };
  }
  const date = dateOf(text.trim());
  if (date) return date;
  // A sign before anything but a number begins a formula, which is why text from documents must be sent RAW.
  if (/^[+-]./s.test(text)) return { value: { formulaValue: `=${text}` } };
  return { value: { stringValue: text } };
}

const protoText = (value: unknown): string => {
  const kind = Array.isArray(value) ? "list_value" : "struct_value";
  return `${kind} ${JSON.stringify(value)}`;
};

/** Refuses a text that is longer than a cell holds (400). */
export function checkLength(text: string | null | undefined): void {
  if ((text?.length ?? 0) <= CELL_CHARACTERS) return;
  throw invalid(`Your input contains more than the maximum of ${CELL_CHARACTERS} characters in a single cell.`);
}

/**
 * A cell after one value of a ValueRange was put into it: null leaves it, "" empties it, RAW keeps text as text,
 * USER_ENTERED reads it as if typed. What is no scalar is refused (400), named by its place.
 */
export function enter(cell: Cell | undefined, value: unknown, option: InputOption, place: string): Cell | undefined {
  if (value === null || value === undefined) return cell;
  if (typeof value === "object") throw invalid(`Invalid ${place}: ${protoText(value)}`);
  if (value === "") {
    const { userEnteredValue, textFormatRuns, ...kept } = cell ?? {};
    return kept;
  }
  if (typeof value === "number") return { ...cell, userEnteredValue: { numberValue: value } };
  if (typeof value === "boolean") return { ...cell, userEnteredValue: { boolValue: value } };
  const text = String(value);
  checkLength(text);
  if (option === "RAW") return { ...cell, userEnteredValue: { stringValue: text } };
  const entered = typed(text);
  const numberFormat = entered.format;
  const plainText = cell?.userEnteredFormat?.numberFormat?.type === "TEXT" && entered.value.formulaValue === undefined;
  if (plainText) return { ...cell, userEnteredValue: { stringValue: text } };
  return {
    ...cell,
    userEnteredValue: entered.value,
    ...(numberFormat && !cell?.userEnteredFormat?.numberFormat
      ? { userEnteredFormat: { ...cell?.userEnteredFormat, numberFormat } }
      : {}),
  };
}
