import type { sheets_v4 } from "@googleapis/sheets";
import { invalid, NotFaked } from "../../api/api-error";
import { applyMask } from "../../api/field-mask";
import { boxOf } from "../a1";
import { type Book, cellAt, putCells, type Sheet } from "../book";
import { askedOf, gridBox, sheetOf, toGridRange, touches } from "../grid-range";
import { refuseProtected } from "../protection";
import { checkCondition, checkPainted } from "./conditions";
import { type Handlers, required, updateMask } from "./request";

type Rule = sheets_v4.Schema$ConditionalFormatRule;

function ruleHome(book: Book, rule: Rule): Sheet {
  const [first, ...rest] = rule.ranges ?? [];
  if (!first) throw invalid("rule.ranges must have at least one range.");
  const asked = askedOf(book, first);
  boxOf(asked);
  for (const range of rest) {
    const other = askedOf(book, range);
    boxOf(other);
    if (other.sheet !== asked.sheet) throw invalid("All the ranges of a rule must be on the same grid.");
  }
  if ((rule.booleanRule == null) === (rule.gradientRule == null)) {
    throw invalid("A rule must have exactly one of booleanRule and gradientRule.");
  }
  if (rule.booleanRule) {
    checkCondition(rule.booleanRule.condition, "conditional formatting");
    checkPainted(rule.booleanRule.format);
  }
  if (rule.gradientRule) {
    required(rule.gradientRule.minpoint, "rule.gradientRule.minpoint");
    required(rule.gradientRule.maxpoint, "rule.gradientRule.maxpoint");
  }
  return asked.sheet;
}

const at = (sheet: Sheet, index: number): Rule => {
  const rule = sheet.conditionalFormats[index];
  if (!rule) throw invalid(`No conditional format on sheet: ${sheet.sheetId} at index: ${index}`);
  return rule;
};

const withRule = (rules: readonly Rule[], index: number, rule: Rule): readonly Rule[] => [
  ...rules.slice(0, index),
  rule,
  ...rules.slice(index),
];

const SIDES = ["top", "bottom", "left", "right"] as const;

export const formatHandlers: Handlers = {
  addConditionalFormatRule({ book }, request) {
    const rule = required(request.rule, "rule");
    const sheet = ruleHome(book, rule);
    const index = request.index ?? 0;
    if (index < 0 || index > sheet.conditionalFormats.length) throw invalid(`Rule index out of range: ${index}`);
    sheet.conditionalFormats = withRule(sheet.conditionalFormats, index, rule);
    return undefined;
  },

  updateConditionalFormatRule({ book }, request) {
    const index = request.index ?? 0;
    if ((request.rule == null) === (request.newIndex == null))
      throw invalid("Must specify exactly one of rule and newIndex.");
    const sheet = request.rule ? ruleHome(book, request.rule) : sheetOf(book, request.sheetId);
    const oldRule = at(sheet, index);
    const newIndex = request.newIndex ?? index;
    if (newIndex >= sheet.conditionalFormats.length) throw invalid(`Rule index out of range: ${newIndex}`);
    const newRule = request.rule ?? oldRule;
    const others = sheet.conditionalFormats.filter((_, place) => place !== index);
    sheet.conditionalFormats = withRule(others, newIndex, newRule);
    return { updateConditionalFormatRule: { oldRule, newRule, oldIndex: index, newIndex } };
  },

  deleteConditionalFormatRule({ book }, { sheetId, index }) {
    const sheet = sheetOf(book, sheetId);
    const rule = at(sheet, index ?? 0);
    sheet.conditionalFormats = sheet.conditionalFormats.filter((_, place) => place !== (index ?? 0));
    return { deleteConditionalFormatRule: { rule } };
  },

  updateBorders({ book, editor }, request) {
    const { sheet, box } = gridBox(book, request.range);
    refuseProtected(book, sheet, box, editor);
    for (let row = box.startRow; row < box.endRow; row++) {
      const cells = Array.from({ length: box.endColumn - box.startColumn }, (_, place) => {
        const column = box.startColumn + place;
        const cell = cellAt(sheet, row, column);
        const borders = { ...cell?.userEnteredFormat?.borders };
        const edge = {
          top: row === box.startRow,
          bottom: row === box.endRow - 1,
          left: place === 0,
          right: column === box.endColumn - 1,
        };
        for (const side of SIDES) {
          const border = edge[side]
            ? request[side]
            : request[side === "top" || side === "bottom" ? "innerHorizontal" : "innerVertical"];
          if (border) borders[side] = border;
        }
        return { ...cell, userEnteredFormat: { ...cell?.userEnteredFormat, borders } };
      });
      putCells(sheet, row, box.startColumn, cells);
    }
    return undefined;
  },

  mergeCells({ book, editor }, request) {
    const { sheet, box } = gridBox(book, request.range);
    if ((request.mergeType ?? "MERGE_ALL") !== "MERGE_ALL") throw new NotFaked(`mergeCells with ${request.mergeType}`);
    refuseProtected(book, sheet, box, editor);
    if (sheet.merges.some((merge) => touches(merge, sheet.sheetId, box))) {
      throw invalid("You must select all cells in a merged range to merge or unmerge them.");
    }
    sheet.merges = [...sheet.merges, toGridRange(sheet, box)];
    return undefined;
  },

  unmergeCells({ book, editor }, request) {
    const { sheet, box } = gridBox(book, request.range);
    refuseProtected(book, sheet, box, editor);
    sheet.merges = sheet.merges.filter((merge) => !touches(merge, sheet.sheetId, box));
    return undefined;
  },

  addBanding({ book, newId }, request) {
    const given = required(request.bandedRange, "bandedRange");
    const { sheet, box } = gridBox(book, given.range);
    if (sheet.bandedRanges.some(({ range }) => range && touches(range, sheet.sheetId, box))) {
      throw invalid(
        "You cannot add alternating background colors to a range that already has alternating background colors.",
      );
    }
    const bandedRange = { ...given, bandedRangeId: given.bandedRangeId ?? newId() };
    sheet.bandedRanges = [...sheet.bandedRanges, bandedRange];
    return { addBanding: { bandedRange } };
  },

  updateBanding({ book }, request) {
    const mask = updateMask("BandedRange", request.fields);
    const id = request.bandedRange?.bandedRangeId;
    const sheet = book.sheets.find((one) => one.bandedRanges.some(({ bandedRangeId }) => bandedRangeId === id));
    if (!sheet) throw invalid(`No banded range with id: ${id}`);
    sheet.bandedRanges = sheet.bandedRanges.map((one) =>
      one.bandedRangeId === id ? { ...applyMask(mask, one, request.bandedRange), bandedRangeId: id ?? null } : one,
    );
    return undefined;
  },

  deleteBanding({ book }, { bandedRangeId }) {
    const sheet = book.sheets.find((one) => one.bandedRanges.some((band) => band.bandedRangeId === bandedRangeId));
    if (!sheet) throw invalid(`No banded range with id: ${bandedRangeId}`);
    sheet.bandedRanges = sheet.bandedRanges.filter((band) => band.bandedRangeId !== bandedRangeId);
    return undefined;
  },
};
