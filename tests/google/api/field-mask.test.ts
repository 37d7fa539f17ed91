import { describe, expect, test } from "vitest";
import { applyMask, parseMask, select } from "./field-mask";

const value = { a: { b: 1, c: 2 }, list: [{ x: 1, y: 2 }, { y: 3 }], d: 4 };

describe("a mask lets through", () => {
  test.each([
    ["a", { a: { b: 1, c: 2 } }],
    ["a.b", { a: { b: 1 } }],
    ["a/b,d", { a: { b: 1 }, d: 4 }],
    ["a(b),a(c)", { a: { b: 1, c: 2 } }],
    ["list(x)", { list: [{ x: 1 }, {}] }],
    ["list.y", { list: [{ y: 2 }, { y: 3 }] }],
    ["*", value],
    ["a(*)", { a: { b: 1, c: 2 } }],
    ["none", {}],
  ])("%s", (mask, expected) => {
    expect(select(parseMask(mask), value)).toEqual(expected);
  });
});

test.each(["", "a(", "a)", "a,,b", "a(b", "a b"])("a mask that is not well formed, %j, is refused", (mask) => {
  expect(() => parseMask(mask)).toThrow();
});

describe("an update takes by its mask", () => {
  test.each([
    ["d", { d: 5 }, { ...value, d: 5 }],
    ["d", {}, { a: value.a, list: value.list }],
    ["a.b", { a: { b: 9, c: 9 } }, { ...value, a: { b: 9, c: 2 } }],
    ["a.b", {}, { ...value, a: { c: 2 } }],
    ["list", { list: [] }, { ...value, list: [] }],
    ["*", { d: 1 }, { d: 1 }],
  ])("%s of %j", (mask, given, expected) => {
    expect(applyMask(parseMask(mask), value, given as Partial<typeof value>)).toEqual(expected);
  });
});
