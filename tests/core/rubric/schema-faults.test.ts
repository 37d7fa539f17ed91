import { expect, test } from "vitest";
import { faultsOf, smallFile } from "./file";

const first = (change: object) => smallFile((file) => Object.assign(file.indicators[0], change));
const whole = (change: object) => smallFile((file) => Object.assign(file, change));

test.each([
  [
    "a missing title",
    first({ title: undefined }),
    "indicators[0].title",
    'A1: "title" is missing.',
    'Add "title": "…" here.',
  ],
  ["an empty text", first({ text: "  " }), "indicators[0].text", 'A1: "text" is empty.', "Write a few words here."],
  [
    "a text far too long",
    first({ text: "x".repeat(601) }),
    "indicators[0].text",
    "A1: this is 601 characters long; there is room for 600.",
    "Shorten it to 600 characters.",
  ],
  [
    "a number in place of words",
    first({ counts: 5 }),
    "indicators[0].counts",
    "A1: this should be text in straight double quotes, and a number without quotes stands here.",
    'Put it in quotes: "5".',
  ],
  [
    "a code that is no code",
    first({ code: "first one" }),
    "indicators[0].code",
    '"first one" cannot stand here.',
    "Write one to four capital letters and a number, such as SL3.",
  ],
  [
    "a stance that does not exist",
    first({ examples: [{ text: "We met", stance: "done" }] }),
    "indicators[0].examples[0].stance",
    'A1: "done" is not one of the choices here.',
    "Write one of these: evidenced, planned, contrary.",
  ],
  [
    "too many phrases",
    first({ phrases: Array(201).fill("exit slip") }),
    "indicators[0].phrases",
    "A1: there are 201 phrases; 200 is the most.",
    "Keep the 200 that matter most.",
  ],
  [
    "a phrase far too long",
    first({ phrases: ["x".repeat(81)] }),
    "indicators[0].phrases[0]",
    "A1: this is 81 characters long; there is room for 80.",
    "Shorten it to 80 characters.",
  ],
  [
    "too many indicators",
    whole({
      indicators: Array.from({ length: 101 }, (_, n) => ({ code: `A${n}`, dimension: "A", title: "T", text: "T" })),
    }),
    "indicators",
    "There are 101 indicators; 100 is the most.",
    "Keep the 100 that matter most.",
  ],
  [
    "no indicators",
    whole({ indicators: [] }),
    "indicators",
    '"indicators" is an empty list.',
    "Add at least one entry.",
  ],
  ["no format", whole({ format: undefined }), "format", '"format" is missing.', 'Add "format": 1 here.'],
  [
    "a version in words",
    whole({ version: "new" }),
    "version",
    '"new" cannot stand here.',
    "Write three numbers with dots between them, such as 1.0.0.",
  ],
  [
    "dimensions in braces",
    whole({ dimensions: {} }),
    "dimensions",
    "This should be a list in square brackets, and a group of fields stands here.",
    "Copy this part from the built-in rubric and write over it.",
  ],
  [
    "a list for a file",
    [],
    "the file",
    "This should be a group of fields in braces, and a list stands here.",
    "Copy this part from the built-in rubric and write over it.",
  ],
  ["nothing at all", undefined, "the file", "There is nothing to read.", "Choose a rubric file."],
])("explains %s", (_, file, place, problem, remedy) => {
  expect(faultsOf(file)).toEqual([{ place, problem, remedy }]);
});
