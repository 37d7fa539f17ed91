import fc from "fast-check";
import { expect, test } from "vitest";
import { findSyntaxFault, lineAndColumn } from "../../../core/rubric/syntax";
import { plcText } from "./file";

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

test.each([
  ["a comma before a brace", '{"a": 1,}', 8, "A comma stands before this } with nothing after it."],
  ["a comma before a bracket", "[1,]", 3, "A comma stands before this ] with nothing after it."],
  ["two commas", "[1,,2]", 3, "There is one comma too many here."],
  ["a missing comma", '{"a": 1 "b": 2}', 8, "A comma is missing before this."],
  ["a missing colon", '{"a" 1}', 5, "A colon is missing before this."],
  ["curly quotes", "{“a”: 1}", 1, "A curly or single quote (“) stands here."],
  ["single quotes", "{'a': 1}", 1, "A curly or single quote (') stands here."],
  ["a remark", "{ // mine\n}", 2, "A remark stands here; this kind of file has no room for remarks."],
  ["a word without quotes", '{"a": yes}', 6, "This cannot stand here: yes}"],
  ["a name without quotes", "{a: 1}", 1, "This cannot stand here: a: 1}"],
  ["an unclosed brace", '{"a": [1]', 0, "The { that opens here is never closed."],
  ["an unclosed text", '{"a": "b', 6, "The text that opens here is never closed."],
  ["a text over two lines", '{"a": "b\nc"}', 6, "The text that opens here is not closed on its line."],
  ["a tab in a text", '["a\tb"]', 3, "A tab stands in a text."],
  ["a single backslash", '["a\\b\\q"]', 5, "A single backslash stands in a text."],
  ["a wrong bracket", '{"a": 1]', 7, "A ] stands where it does not belong."],
  ["a missing value", '{"a": }', 6, "A } stands where it does not belong."],
  ["words after the end", "{} more", 3, "Something follows after the end."],
  ["an empty file", " \n", 0, "The file is empty."],
])("finds %s", (_, text, offset, problem) => {
  expect(findSyntaxFault(text)).toMatchObject({ offset, problem });
});

test.each([
  [0, 1, 1],
  [3, 2, 2],
  [6, 3, 1],
])("offset %i is line %i, column %i", (offset, line, column) => {
  expect(lineAndColumn("a\nbc\r\nd", offset)).toEqual({ line, column });
});

test("finds a fault just where JSON.parse does", () => {
  const bits = fc.constantFrom(..."{}[],:\"'\\ \n\t/01e+-.u", '"a"', '"a":', "true", "null", "-1.5e3", "\\u00e9", "“");
  const text = fc.oneof(
    fc.json(),
    fc.string(),
    fc.array(bits, { maxLength: 12 }).map((parts) => parts.join("")),
  );
  fc.assert(
    fc.property(text, (json) => {
      expect(findSyntaxFault(json) === undefined).toBe(isJson(json));
    }),
    { numRuns: 3000 },
  );
});

test("finds a fault in the built-in file wherever a sign was lost, just where JSON.parse does", () => {
  fc.assert(
    fc.property(fc.nat(plcText.length - 1), (at) => {
      const text = plcText.slice(0, at) + plcText.slice(at + 1);
      expect(findSyntaxFault(text) === undefined).toBe(isJson(text));
    }),
    { numRuns: 300 },
  );
});
