import fc from "fast-check";
import { expect, test } from "vitest";
import { textPatch } from "../../../../extension/hosts/page/text-patch";

const apply = (text: string, { at, removed, inserted }: ReturnType<typeof textPatch>) =>
  text.slice(0, at) + inserted + text.slice(at + removed);

test("a patch makes the new text of the old one, whatever they are", () => {
  const text = fc.string({ unit: fc.constantFrom("a", "b", "\n"), maxLength: 40 });
  fc.assert(fc.property(text, text, (before, after) => apply(before, textPatch(before, after)) === after));
});

test.each([0, 4095, 4096, 5000, 8191, 12_000])(
  "one letter typed at %i of a long text is a patch of one letter",
  (at) => {
    const before = "ab\n".repeat(4000);
    const after = `${before.slice(0, at)}X${before.slice(at)}`;
    expect(textPatch(before, after)).toEqual({ at, removed: 0, inserted: "X" });
  },
);
