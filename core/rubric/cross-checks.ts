import { CodeUses } from "./code-uses";
import { type Fault, type Path, placeOf, quoted, type Report } from "./faults";
import { phraseFault, phrasesFault } from "./phrases";
import type { Adaptation, ModelAdaptation, Rubric } from "./schema";

/** Finds what a schema cannot: codes given twice or pointing nowhere, contradictions, phrases that are not plain words. */
export function crossCheck(rubric: Rubric): Fault[] {
  const faults: Fault[] = [];
  const report: Report = (path, problem, remedy) => faults.push({ place: placeOf(path), problem, remedy });
  const keys = new Set(rubric.dimensions.map((dimension) => dimension.key));
  const uses = new CodeUses(rubric.indicators.map((indicator) => indicator.code));

  once(
    rubric.dimensions.map(({ key }, at) => [key, ["dimensions", at, "key"]]),
    report,
  );
  once(
    rubric.indicators.map(({ code }, at) => [code, ["indicators", at, "code"]]),
    report,
  );
  for (const [at, indicator] of rubric.indicators.entries()) {
    const path = ["indicators", at];
    if (!keys.has(indicator.dimension)) {
      report(
        [...path, "dimension"],
        `${indicator.code} belongs to ${quoted(indicator.dimension)}, and there is no such dimension.`,
        `Write one of these: ${[...keys].join(", ")}.`,
      );
    }
    for (const [n, { code }] of indicator.neighbours.entries()) {
      uses.note(code, [...path, "neighbours", n, "code"]);
      if (code === indicator.code) {
        report([...path, "neighbours", n, "code"], `${code} is named as its own neighbour.`, "Name another indicator.");
      }
    }
    for (const [n, phrase] of indicator.phrases.entries()) {
      const found = phraseFault(phrase);
      if (found) report([...path, "phrases", n], `${indicator.code}: ${found.problem}`, found.remedy);
    }
  }
  const tooMany = phrasesFault(rubric.indicators.flatMap(({ phrases }) => phrases));
  if (tooMany) report(["indicators"], tooMany.problem, tooMany.remedy);
  for (const [name, model] of Object.entries(rubric.models)) checkModel(model, ["models", name], uses, report);
  for (const [name, level] of Object.entries(rubric.levels)) checkPart(level, ["levels", name], uses, report);
  uses.reportUnknown(report);
  return faults;
}

function checkModel(model: ModelAdaptation, path: Path, uses: CodeUses, report: Report): void {
  checkPart(model, path, uses, report);
  for (const field of ["bigIdeas", "questions"] as const) {
    for (const [at, lead] of model[field].entries()) {
      for (const [n, code] of lead.codes.entries()) uses.note(code, [...path, field, at, "codes", n]);
    }
  }
  for (const [name, level] of Object.entries(model.levels)) checkPart(level, [...path, "levels", name], uses, report);
}

function checkPart(part: Adaptation, path: Path, uses: CodeUses, report: Report): void {
  const wording = part.wording.map(({ code }, at): [string, Path] => [code, [...path, "wording", at, "code"]]);
  const expected = part.expected.map(({ code }, at): [string, Path] => [code, [...path, "expected", at, "code"]]);
  const emphasis = part.emphasis.flatMap((group, at) =>
    group.codes.map((code, n): [string, Path] => [code, [...path, "emphasis", at, "codes", n]]),
  );
  for (const named of [wording, expected, emphasis]) {
    once(named, report);
    for (const [code, at] of named) uses.note(code, at);
  }
  const rare = new Set(part.emphasis.flatMap((group) => (group.is === "occasional" ? group.codes : [])));
  for (const [code, at] of expected) {
    if (!rare.has(code)) continue;
    const problem = `${code} is expected of every meeting here, and called occasional in the same part.`;
    report(at, problem, "Keep one of the two.");
  }
}

function once(named: readonly (readonly [string, Path])[], report: Report): void {
  const seen = new Map<string, Path>();
  for (const [name, path] of named) {
    const first = seen.get(name);
    if (first) report(path, `${name} is used twice.`, `It also stands at ${placeOf(first)}. Change or remove one.`);
    else seen.set(name, path);
  }
}
