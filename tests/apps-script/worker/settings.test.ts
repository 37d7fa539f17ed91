import { expect, test } from "vitest";
import { DEFAULT_SETTINGS, documentIdIn, folderIdIn, settingsFrom } from "../../../apps-script/worker/settings";

test.each([undefined, null, 7, "x", [], { quoting: "loud", level: "planet", model: {}, every: 2, folder: 3, team: 4 }])(
  "settings that make no sense are as by default: %j",
  (value) => {
    expect(settingsFrom(value)).toEqual(DEFAULT_SETTINGS);
  },
);

test.each([
  ["https://docs.google.com/document/d/1AbCdEfGhIjK/edit?tab=t.0#heading=h.1", "1AbCdEfGhIjK"],
  ["https://docs.google.com/document/u/0/d/1AbCdEfGhIjK/edit", "1AbCdEfGhIjK"],
  ["1AbCdEfGhIjK", "1AbCdEfGhIjK"],
  ["notes of today", ""],
  ["", ""],
])("the document in %j is %j", (text, id) => {
  expect(documentIdIn(text)).toBe(id);
});

test("the folder in an address is found", () => {
  expect(folderIdIn("https://drive.google.com/drive/u/1/folders/1AbCdEfGhIjK?usp=sharing")).toBe("1AbCdEfGhIjK");
});
