import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decode } from "../../../cli/readers/decode";

const text = "Señora Díaz’s data – 80 % ✔ 🧑‍🏫";
const utf16be = (value: string) => Buffer.from(`\ufeff${value}`, "utf16le").swap16();

describe("decode", () => {
  test.each([
    ["UTF-8", Buffer.from(text)],
    ["UTF-8 with a mark", Buffer.from(`\ufeff${text}`)],
    ["UTF-16, little end first", Buffer.from(`\ufeff${text}`, "utf16le")],
    ["UTF-16, big end first", utf16be(text)],
  ])("reads %s", (_, bytes) => {
    expect(decode(bytes)).toBe(text);
  });

  test("takes what is not UTF-8 for windows-1252, with its curly quotes and dashes", () => {
    expect(decode(Uint8Array.of(0x93, 0xe9, 0x94, 0x20, 0x96, 0x20, 0x80))).toBe("“é” – €");
  });

  test("gives any bytes a text, and any text its own back", () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => typeof decode(bytes) === "string"));
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (value) => {
        // A mark at the start says how the text is encoded and is no part of it.
        fc.pre(!value.startsWith("\ufeff"));
        expect(decode(Buffer.from(value))).toBe(value);
      }),
    );
  });
});
