import { expect, test } from "vitest";
import { initialsFor } from "../../../apps-script/privacy/initials";

test.each([
  ["Deepa will bring writing samples", "D. will bring writing samples"],
  ["Visit to Cilla's room", "Visit to C.'s room"],
  ["Roz and Tomás sorted the CFA", "R. and T. sorted the CFA"],
  ["Ask Jean-Luc O’Neill about it", "Ask J. O. about it"],
  ["Norms read aloud on Monday", "Norms read aloud on Monday"],
  ["We agreed: Tier 2 in October", "We agreed: Tier 2 in October"],
])("%s becomes %s", (text, short) => {
  expect(initialsFor(text)).toBe(short);
});
