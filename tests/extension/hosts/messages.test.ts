import { expect, test } from "vitest";
import { paintNews, readMessage, textAnswers } from "../../../extension/hosts/messages";

const event = (message: unknown) => new CustomEvent("told", { detail: JSON.stringify(message) });
const painted = { id: 1, text: "Norms", font: "14px Arial", x: 10.5, y: 20, scale: 1.25 };
const news = { version: 2, gone: [3], fresh: [painted] };

test("messages that are as they should be are read", () => {
  const patch = { kind: "patch", question: 1, version: 2, at: 3, removed: 0, inserted: "x", length: 9 };
  expect(readMessage<(typeof textAnswers)[number]>(event(patch), ...textAnswers)).toEqual(patch);
  expect(readMessage(event(news), paintNews)).toEqual(news);
});

test.each<[string, object]>([
  ["part of a version", { ...news, version: 2.5 }],
  ["a version below 0", { ...news, version: -1 }],
  ["part of an id", { ...news, gone: [0.1] }],
  ["a word for a number", { ...news, gone: ["3"] }],
  ["no number", { ...news, fresh: [{ ...painted, x: null }] }],
  ["a place beyond every page", { ...news, fresh: [{ ...painted, y: 1e9 }] }],
  ["no scale", { ...news, fresh: [{ ...painted, scale: 0 }] }],
  ["nothing", {}],
])("a message with %s is not", (_, message) => {
  expect(readMessage(event(message), paintNews)).toBeUndefined();
});
