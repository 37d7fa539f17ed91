import fc from "fast-check";
import { afterEach, describe, expect, test, vi } from "vitest";
import { colors, printable, wrapped } from "../../cli/terminal";

afterEach(() => {
  vi.unstubAllEnvs();
});

test.each([
  [true, "", "", true],
  [true, "1", "", false],
  [true, "", "0", false],
  [false, "", "", false],
  [false, "", "1", true],
  [false, "1", "1", false],
])("on a terminal: %j, NO_COLOR=%s, FORCE_COLOR=%s: colours are %j", (isTTY, refused, forced, coloured) => {
  vi.stubEnv("NO_COLOR", refused);
  vi.stubEnv("FORCE_COLOR", forced);
  expect(colors({ isTTY } as NodeJS.WriteStream).red("x") !== "x").toBe(coloured);
});

describe("printable", () => {
  test.each([
    ["an escape code", "\u001b[31mred", " [31mred"],
    ["the one-byte escape", "\u009b31mred", " 31mred"],
    ["a change of direction", "a\u202eb\u2066c", "a b c"],
    ["a bell, a null and a backspace", "a\u0007b\u0000c\b", "a b c "],
    ["line ends and tabs", "a\r\nb\tc", "a  b c"],
  ])("takes out %s", (_what, text, shown) => {
    expect(printable(text)).toBe(shown);
  });

  test.each(["Tomás – 漢字 שלום 👩‍🏫", "plain"])("leaves %j alone", (text) => {
    expect(printable(text)).toBe(text);
  });

  test("keeps the number of characters, whatever the text", () => {
    fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => [...printable(text)].length === [...text].length));
  });
});

test("wrapping loses no word and fills no line beyond its width, unless one word does", () => {
  fc.assert(
    fc.property(fc.array(fc.stringMatching(/^[a-z]{1,30}$/)), fc.integer({ min: 5, max: 40 }), (words, most) => {
      const lines = wrapped(words.join(" "), most);
      expect(lines.join(" ")).toBe(words.join(" "));
      for (const line of lines) expect(line.length <= most || !line.includes(" ")).toBe(true);
    }),
  );
});

test("underlined words break where plain ones do", () => {
  expect(wrapped("we \u001b[4magreed\u001b[24m on \u001b[4mnorms\u001b[24m today", 18)).toEqual([
    "we \u001b[4magreed\u001b[24m on \u001b[4mnorms\u001b[24m",
    "today",
  ]);
});
