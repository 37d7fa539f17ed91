import type { sheets_v4 } from "@googleapis/sheets";
import { invalid } from "../../api/api-error";
import { required } from "./request";

type Condition = sheets_v4.Schema$BooleanCondition;
/** Where a condition stands. */
export type Use = "data validation" | "conditional formatting" | "filters";

const ALL: readonly Use[] = ["data validation", "conditional formatting", "filters"];
const VALIDATION: readonly Use[] = ["data validation"];
const SHOWING: readonly Use[] = ["conditional formatting", "filters"];
const MANY = Number.POSITIVE_INFINITY;

/** For each type of condition: how many values it takes, from and to, and where it is supported. */
const TYPES: Readonly<Record<string, readonly [least: number, most: number, uses: readonly Use[]]>> = {
  NUMBER_GREATER: [1, 1, ALL],
  NUMBER_GREATER_THAN_EQ: [1, 1, ALL],
  NUMBER_LESS: [1, 1, ALL],
  NUMBER_LESS_THAN_EQ: [1, 1, ALL],
  NUMBER_EQ: [1, 1, ALL],
  NUMBER_NOT_EQ: [1, 1, ALL],
  NUMBER_BETWEEN: [2, 2, ALL],
  NUMBER_NOT_BETWEEN: [2, 2, ALL],
  TEXT_CONTAINS: [1, 1, ALL],
  TEXT_NOT_CONTAINS: [1, 1, ALL],
  TEXT_STARTS_WITH: [1, 1, SHOWING],
  TEXT_ENDS_WITH: [1, 1, SHOWING],
  TEXT_EQ: [1, 1, ALL],
  TEXT_IS_EMAIL: [0, 0, VALIDATION],
  TEXT_IS_URL: [0, 0, VALIDATION],
  DATE_EQ: [1, 1, ALL],
  DATE_BEFORE: [1, 1, ALL],
  DATE_AFTER: [1, 1, ALL],
  DATE_ON_OR_BEFORE: [1, 1, VALIDATION],
  DATE_ON_OR_AFTER: [1, 1, VALIDATION],
  DATE_BETWEEN: [2, 2, VALIDATION],
  DATE_NOT_BETWEEN: [2, 2, VALIDATION],
  DATE_IS_VALID: [0, 0, VALIDATION],
  ONE_OF_RANGE: [1, 1, VALIDATION],
  ONE_OF_LIST: [1, MANY, VALIDATION],
  BLANK: [0, 0, SHOWING],
  NOT_BLANK: [0, 0, SHOWING],
  CUSTOM_FORMULA: [1, 1, ALL],
  BOOLEAN: [0, 2, VALIDATION],
};
const RELATIVE = ["DATE_BEFORE", "DATE_AFTER", "DATE_ON_OR_BEFORE", "DATE_ON_OR_AFTER"];

/** Refuses (400) a condition with too few or too many values, or one that is not supported where it stands. */
export function checkCondition(condition: Condition | undefined, use: Use): void {
  const type = required(condition?.type, "condition.type");
  const [least, most, uses] = TYPES[type] ?? [0, MANY, []];
  const values = condition?.values ?? [];
  if (!uses.includes(use)) throw invalid(`ConditionType ${type} is not supported by ${use}.`);
  if (values.length < least || values.length > most) {
    const wanted = most === MANY ? `at least ${least}` : least === most ? `${least}` : `${least} to ${most}`;
    throw invalid(`ConditionType ${type} takes ${wanted} ConditionValues, but ${values.length} were given.`);
  }
  for (const { relativeDate, userEnteredValue } of values) {
    if ((relativeDate == null) === (userEnteredValue == null)) {
      throw invalid("A ConditionValue must have exactly one of relativeDate and userEnteredValue.");
    }
    if (relativeDate != null && (use === "data validation" || !RELATIVE.includes(type))) {
      throw invalid(`Relative dates are not supported by ${type} in ${use}.`);
    }
    if (type === "CUSTOM_FORMULA" && !/^[=+]/.test(userEnteredValue ?? "")) {
      throw invalid(`CUSTOM_FORMULA must begin with "=" or "+": ${userEnteredValue}`);
    }
  }
}

const PAINTED = ["bold", "italic", "strikethrough", "foregroundColor", "foregroundColorStyle"];

/** Refuses (400) a format that a conditional format cannot apply. */
export function checkPainted(format: sheets_v4.Schema$CellFormat | undefined): void {
  const { textFormat, backgroundColor, backgroundColorStyle, ...others } = format ?? {};
  const wrong = [...Object.keys(others), ...Object.keys(textFormat ?? {}).filter((name) => !PAINTED.includes(name))];
  if (wrong.length === 0) return;
  throw invalid(
    `Conditional formatting can only apply bold, italic, strikethrough, foreground color and background color, not ${wrong.join(", ")}.`,
  );
}
