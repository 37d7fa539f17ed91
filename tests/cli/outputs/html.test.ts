import { createHash } from "node:crypto";
import fc from "fast-check";
import { type DefaultTreeAdapterTypes, parse } from "parse5";
import { describe, expect, it } from "vitest";
import { dimensionColors } from "../../../cli/outputs/dimension-colors";
import { coveragePage } from "../../../cli/outputs/html";
import { pageScript } from "../../../cli/outputs/html/page-script";
import { coverageOf, exampleCoverage, meetingOf, tagOf } from "./example-coverage";
import { exampleRubric } from "./example-rubric";
import { hostileCoverage, hostileTexts } from "./hostile";

type Element = DefaultTreeAdapterTypes.Element;

function elementsOf(page: string): Element[] {
  const walk = (node: DefaultTreeAdapterTypes.Node): Element[] => [
    ...("tagName" in node ? [node] : []),
    ...("childNodes" in node ? node.childNodes.flatMap(walk) : []),
  ];
  return walk(parse(page));
}

function textOf(node: DefaultTreeAdapterTypes.Node): string {
  if (node.nodeName === "#text") return (node as DefaultTreeAdapterTypes.TextNode).value;
  return "childNodes" in node ? node.childNodes.map(textOf).join("") : "";
}

const attribute = (element: Element, name: string) => element.attrs.find((each) => each.name === name)?.value;
const named = (elements: readonly Element[], ...names: string[]) =>
  elements.filter(({ tagName }) => names.includes(tagName));
const ofClass = (elements: readonly Element[], name: string) =>
  elements.filter((element) => attribute(element, "class")?.split(" ").includes(name));

const cases = [
  ["a school year", exampleCoverage()],
  ["one meeting", exampleCoverage(1)],
  ["no meetings", coverageOf([])],
  ["undated meetings", exampleCoverage(6, { dated: false })],
  ["200 meetings", exampleCoverage(200, { weeks: 1 })],
  ["hostile texts", hostileCoverage],
] as const;

describe("coveragePage", () => {
  it.each(cases)(
    "is sound for %s: one h1, unique ids, links that lead somewhere, no heading skipped",
    (_name, coverage) => {
      const elements = elementsOf(coveragePage(coverage, exampleRubric));
      const ids = elements.flatMap((element) => attribute(element, "id") ?? []);
      const anchors = named(elements, "a").map((element) => attribute(element, "href") ?? "");
      const headings = named(elements, "h1", "h2", "h3", "h4").map(({ tagName }) => Number(tagName[1]));
      expect(named(elements, "h1")).toHaveLength(1);
      expect(new Set(ids).size).toBe(ids.length);
      expect(headings.every((level, index) => level <= (headings[index - 1] ?? 0) + 1)).toBe(true);
      if (coverage.meetings.length > 0) {
        expect(anchors.filter((href) => !href.startsWith("#") || !ids.includes(href.slice(1)))).toEqual([]);
      }
    },
  );

  it("allows its own style and script and nothing from elsewhere", () => {
    const elements = elementsOf(coveragePage(exampleCoverage(3), exampleRubric));
    const policy = attribute(named(elements, "meta")[1] as Element, "content") ?? "";
    const hashes = named(elements, "style", "script").map((element) =>
      createHash("sha256").update(textOf(element)).digest("base64"),
    );
    expect(policy).toBe(
      `default-src 'none'; style-src 'sha256-${hashes[0]}'; script-src 'sha256-${hashes[1]}'; base-uri 'none'; form-action 'none'`,
    );
    expect(elements.filter((element) => attribute(element, "style") ?? attribute(element, "src"))).toEqual([]);
  });

  it("has a map of 28 named rows whose cells lead to lines", () => {
    const elements = elementsOf(coveragePage(exampleCoverage(), exampleRubric));
    const cells = named(elements, "a").filter((element) => attribute(element, "data-p"));
    expect(ofClass(named(elements, "th"), "name").filter((cell) => attribute(cell, "scope") === "row")).toHaveLength(
      28,
    );
    expect(cells.length).toBeGreaterThan(100);
    expect(attribute(cells[0] as Element, "aria-label")).toMatch(/^\d+: \d+ evidenced.*, \w{3} \d{4}$/);
  });

  it("shows every line with its evidence marked, stance, confidence, tier, why, date and document", () => {
    const tags = [
      tagOf("Looked at exit slips together", "SL3", { words: "exit slips", line: 6, headings: ["Student work"] }),
    ];
    const elements = elementsOf(coveragePage(coverageOf([meetingOf({ tags })]), exampleRubric));
    const [line] = named(elements, "li").filter((element) => attribute(element, "data-s"));
    expect(named(elements, "mark").map(textOf)).toEqual(["exit slips"]);
    expect(textOf(line as Element).replace(/\s+/g, " ")).toBe(
      " Looked at exit slips together ● Evidenced Found, 86% 12 Oct 2025, Grade 4 team meeting " +
        "notes/2025-10-12.docx, line 7 The line says that the team did this. Under Student work.",
    );
  });

  it("survives evidence that does not fit its line", () => {
    const evidence = [
      [5, 2],
      [0, 3],
      [2, 4],
      [90, 99],
      [-4, 2],
    ] as const;
    const page = coveragePage(coverageOf([meetingOf({ tags: [tagOf("abcdef", "SL3", { evidence })] })]), exampleRubric);
    expect(ofClass(elementsOf(page), "quote").map(textOf)).toEqual(["abcdef"]);
  });

  it("labels every control and hides the filters until its script runs", () => {
    const elements = elementsOf(coveragePage(exampleCoverage(3), exampleRubric));
    const controls = named(elements, "select", "input");
    expect(controls).toHaveLength(5);
    expect(controls.every(({ parentNode }) => parentNode?.nodeName === "label")).toBe(true);
    expect(attribute(named(elements, "form")[0] as Element, "hidden")).toBe("");
    expect(() => new Function(pageScript)).not.toThrow();
  });

  it("calls gaps not yet seen, and explains once who made the suggestions", () => {
    const page = coveragePage(exampleCoverage(), exampleRubric);
    expect(page).toContain("not yet seen");
    expect(page).not.toMatch(/fail(ed|ure)/i);
    expect(page.match(/they are not judgements/g)).toHaveLength(1);
  });

  it("keeps hostile texts text: no element or attribute comes from them", () => {
    const elements = elementsOf(coveragePage(hostileCoverage, exampleRubric));
    const harmless = elementsOf(coveragePage(exampleCoverage(), exampleRubric));
    const names = (all: readonly Element[]) =>
      new Set(all.flatMap(({ tagName, attrs }) => [tagName, ...attrs.map(({ name }) => name)]));
    expect([...names(elements)].filter((name) => !names(harmless).has(name))).toEqual([]);
    expect(named(elements, "script").map(textOf)).toEqual([pageScript]);
    // HTML has no null character; the reader drops it and turns a carriage return into a line feed or keeps it by reference.
    const quotes = ofClass(elements, "quote").map((quote) => textOf(quote).replace(/\r\n?/g, "\n"));
    expect(quotes).toEqual(hostileTexts.map((text) => text.replace(/\r/g, "\n").replace("\u0000", "")));
  });

  it("has the same structure whatever the notes say", () => {
    const shape = (text: string) => {
      const coverage = coverageOf(
        [meetingOf({ title: text, source: text, tags: [tagOf(text, "SL3", { why: text, evidence: [] })] })],
        text,
      );
      return elementsOf(coveragePage(coverage, exampleRubric)).map(({ tagName, attrs }) =>
        [tagName, ...attrs.map(({ name }) => name)].join(" "),
      );
    };
    const expected = shape("plain");
    const fragment = fc.constantFrom(
      "<",
      ">",
      '"',
      "'",
      "&",
      "`",
      "</script>",
      "<!--",
      "-->",
      "]]>",
      "=",
      " onload=",
      "\u0000",
      "a",
    );
    const anyText = fc.array(fragment, { minLength: 1 }).map((parts) => parts.join(""));
    const check = fc.property(anyText, (text) => {
      expect(shape(text)).toEqual(expected);
    });
    fc.assert(check, { numRuns: 60 });
  });
});

describe("dimensionColors", () => {
  it.each(dimensionColors)("keeps text on $fill readable, 4.5:1 or more", ({ fill, text }) => {
    const luminance = (color: string) =>
      [1, 3, 5]
        .map((at) => Number.parseInt(color.slice(at, at + 2), 16) / 255)
        .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
        .reduce((sum, part, index) => sum + part * ([0.2126, 0.7152, 0.0722][index] ?? 0), 0);
    const [light = 0, dark = 0] = [luminance(fill), luminance(text)].sort((a, b) => b - a);
    expect((light + 0.05) / (dark + 0.05)).toBeGreaterThanOrEqual(4.5);
  });
});
