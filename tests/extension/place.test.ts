import { expect, test } from "vitest";
import { placeOfUrl } from "../../extension/place";

const docs = "https://docs.google.com/document";

test.each([
  [`${docs}/d/a-B_1/edit`, { document: "a-B_1", tab: "" }],
  [`${docs}/d/a`, { document: "a", tab: "" }],
  [`${docs}/d/a?tab=t.x1#heading=h.2`, { document: "a", tab: "t.x1" }],
  [`${docs}/d/a/edit?usp=sharing&tab=t.0`, { document: "a", tab: "" }],
  [`${docs}/u/12/d/a/edit?tab=t.9&usp=sharing`, { document: "a", tab: "t.9" }],
  [`${docs}/d/a/edit?usp=x#?tab=t.1`, { document: "a", tab: "" }],
  [`${docs}/d/a/edit?notab=t.1`, { document: "a", tab: "" }],
  [`${docs}/u/0/`, undefined],
  [`${docs}/d/a%20b/edit`, undefined],
  ["https://docs.google.com/spreadsheets/d/a/edit", undefined],
  ["https://docs.google.com.example/document/d/a/edit", undefined],
  ["http://docs.google.com/document/d/a/edit", undefined],
  ["about:blank", undefined],
  ["", undefined],
])("%s shows %o", (address, place) => {
  expect(placeOfUrl(address)).toEqual(place);
});
