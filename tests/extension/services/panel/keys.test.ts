import { expect, test } from "vitest";
import { ACTIONS, actionFor, KEYS, keyName, keysInUse, sharedWith } from "../../../../extension/services/panel/keys";

const press = (key: string, held: Partial<Record<"ctrlKey" | "metaKey" | "altKey" | "shiftKey", boolean>> = {}) => ({
  ...{ key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false },
  ...held,
});

test("no two actions share a key, and each key does its action", () => {
  const keys = keysInUse({});
  expect(new Set(Object.values(keys)).size).toBe(ACTIONS.length);
  for (const action of ACTIONS) expect(actionFor(press(KEYS[action].key), keys, true)).toBe(action);
});

test("with letters off, keys count only together with Alt", () => {
  const keys = keysInUse({});
  expect(actionFor(press("a"), keys, false)).toBeUndefined();
  expect(actionFor(press("a", { altKey: true }), keys, false)).toBe("accept");
  expect(actionFor(press("a", { altKey: true }), keys, true)).toBeUndefined();
  expect(keyName("A", false)).toBe("Alt Shift A");
});

test("the browser's own undo and redo work, and its other keys are left to it", () => {
  const keys = keysInUse({});
  expect(actionFor(press("z", { ctrlKey: true }), keys, true)).toBe("undo");
  expect(actionFor(press("Z", { metaKey: true, shiftKey: true }), keys, true)).toBe("redo");
  for (const key of ["a", "f", "r", "t", "s"])
    expect(actionFor(press(key, { ctrlKey: true }), keys, true)).toBeUndefined();
});

test("an own key takes the place of the one shipped, and a taken one is told", () => {
  const own = { accept: "q" };
  expect(actionFor(press("q"), keysInUse(own), true)).toBe("accept");
  expect(actionFor(press("a"), keysInUse(own), true)).toBeUndefined();
  expect(sharedWith(own, "reject", "q")).toEqual(["accept"]);
  expect(sharedWith(own, "reject", "Q")).toEqual([]);
});
