import { createHash } from "node:crypto";
import { type DefaultTreeAdapterTypes, parse } from "parse5";
import { describe, expect, it } from "vitest";
import type { Evaluation } from "../../evaluation/evaluation";
import { evaluationPage } from "../../evaluation/page";
import { hostileTexts } from "../cli/outputs/hostile";
import { evaluationOf, fakeReader, lineOf, meetingOf } from "./tiny-meetings";

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
const named = (page: string, ...names: string[]) => elementsOf(page).filter(({ tagName }) => names.includes(tagName));

const meeting = meetingOf([lineOf("SL3+", "SL3+0.9"), lineOf("RD1+", "TP1+0.7 instead"), lineOf("", "SL5>")]);
const other = meetingOf([lineOf("", "CT1+")], { set: "other" });
const weighing = { ...fakeReader, name: "weighing", weigh: fakeReader.tag };
const figure = { value: 0.88, low: 0.86, high: 0.9 };
const full: Evaluation = {
  ...(await evaluationOf([meeting, meeting, other], [fakeReader, weighing])),
  absent: ["nowhere"],
  agreement: {
    meetings: 2,
    lines: 9,
    firstLabels: 5,
    secondLabels: 6,
    f1: figure,
    stanceAccuracy: figure,
    unknown: [],
  },
  learningCurve: {
    points: [
      { reader: "fake", meetings: 358, lines: 12_306, microF1: 0.53, macroF1: 0.47 },
      { reader: "fake", meetings: 45, lines: 1500, microF1: 0.38, macroF1: 0.28 },
    ],
  },
};

const cases = [
  ["all there is", full],
  ["one meeting", await evaluationOf([meeting])],
  ["a meeting without labels and tags", await evaluationOf([meetingOf([lineOf("")])])],
  ["other people only", await evaluationOf([other])],
] as const;

describe("evaluationPage", () => {
  it.each(cases)(
    "is sound for %s: one h1, unique ids, links that lead somewhere, no heading skipped",
    (_name, evaluation) => {
      const page = evaluationPage(evaluation);
      const ids = elementsOf(page).flatMap((element) => attribute(element, "id") ?? []);
      const headings = named(page, "h1", "h2", "h3", "h4").map(({ tagName }) => Number(tagName[1]));
      const links = named(page, "a").map((element) => attribute(element, "href")?.slice(1) ?? "");
      const labels = elementsOf(page).flatMap((element) => attribute(element, "aria-labelledby")?.split(" ") ?? []);
      expect(named(page, "h1")).toHaveLength(1);
      expect(new Set(ids).size).toBe(ids.length);
      expect([...links, ...labels].filter((id) => !ids.includes(id))).toEqual([]);
      expect(headings.every((level, at) => level <= (headings[at - 1] ?? 0) + 1)).toBe(true);
      expect(page).not.toMatch(/NaN|undefined|Infinity|false</);
    },
  );

  it("allows its own style and nothing else, and needs nothing else", () => {
    const page = evaluationPage(full);
    const style = textOf(named(page, "style")[0] as Element);
    const policy = named(page, "meta").find((element) => attribute(element, "http-equiv"));
    expect(attribute(policy as Element, "content")).toBe(
      `default-src 'none'; style-src 'sha256-${createHash("sha256").update(style).digest("base64")}'; base-uri 'none'; form-action 'none'`,
    );
    expect(named(page, "script", "link", "img", "iframe")).toEqual([]);
    const attributes = elementsOf(page).flatMap(({ attrs }) => attrs.map(({ name }) => name));
    expect(attributes.filter((name) => name === "style" || name === "src" || name.startsWith("on"))).toEqual([]);
  });

  it("gives every picture a title, a description and a table", () => {
    const page = evaluationPage(full);
    const plots = named(page, "svg").filter((element) => attribute(element, "role") === "img");
    // Calibration of both readers, thresholds of the one that weighs, and the learning curve.
    expect(plots).toHaveLength(4);
    for (const { childNodes } of plots) {
      expect(childNodes.map(({ nodeName }) => nodeName)).toEqual(expect.arrayContaining(["title", "desc"]));
    }
    // One more for the bars of each reader; the map of confusions is a table itself.
    expect(named(page, "details")).toHaveLength(6);
  });

  it("draws the points of a learning curve from few meetings to many", () => {
    const section = named(evaluationPage(full), "section").find((element) => attribute(element, "id") === "learning");
    const line = named(evaluationPage(full), "path").find(
      (element) => attribute(element, "class") === "curve c0 microF1" && !attribute(element, "d")?.startsWith("M1 "),
    );
    expect(section).toBeDefined();
    // 45 and 358 of 400 meetings on 264 units from 44; F1 0.38 and 0.53 on 210 units from below 18.
    expect(attribute(line as Element, "d")).toBe("M73.7 148.2L280.3 116.7");
  });

  it("leaves hostile texts text, in lines and in the names of sets and readers", async () => {
    const pageWith = async (text: string) => {
      const { results } = await evaluationOf([meetingOf([lineOf("RD1+", `TP1+ ${text}`)])]);
      const named = results.map((result) => ({ ...result, set: text, reader: text }));
      return evaluationPage({ ...full, absent: [text], results: named });
    };
    const harmless = elementsOf(await pageWith("harmless")).map(({ tagName }) => tagName);
    for (const text of hostileTexts) {
      const page = await pageWith(text);
      // The same elements as with a harmless text: nothing of it became markup.
      expect(elementsOf(page).map(({ tagName }) => tagName)).toEqual(harmless);
      const quoted = named(page, "q").map(textOf);
      // HTML itself makes a line feed of a carriage return and drops the null character.
      expect(quoted).toContain(`TP1+ ${text}`.replace(/\r/g, "\n").replace(/\0/g, ""));
    }
  });
});
