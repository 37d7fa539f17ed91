import {
  type Adaptation,
  type Emphasis,
  type Indicator,
  isLevel,
  isModel,
  type Level,
  type Model,
  type ModelAdaptation,
  type Rubric,
} from "./schema";

/** Which adaptation to use. Absent, or `none`: neutral. */
export interface AdaptationChoice {
  readonly model?: Model | "none" | undefined;
  readonly level?: Level | undefined;
}

/** A rubric as one team uses it: wording applied, and what its model and level say of each indicator. */
export interface AdaptedRubric extends Rubric {
  readonly model?: Model;
  readonly level?: Level;
  /** Weight by code; every indicator has one. */
  readonly emphasis: Readonly<Record<string, Emphasis>>;
  /** Why, by code, where the adaptation gives a reason. */
  readonly emphasisWhy: Readonly<Record<string, string>>;
  /** What every meeting is expected to hold, in the rubric's order. Empty: nothing in particular. */
  readonly expected: Adaptation["expected"];
  readonly bigIdeas: ModelAdaptation["bigIdeas"];
  readonly questions: ModelAdaptation["questions"];
  /** What the model and the level are about, one sentence each. */
  readonly about: readonly string[];
  /** What people should know before they rely on this adaptation. */
  readonly notices: readonly string[];
  /** The team's own words for its model; empty until someone writes them. */
  readonly localText: string;
}

/**
 * Applies a model and a level to a rubric. The later of these wins: the model, the level, what the model says of that
 * level. An indicator that a later part calls occasional is no longer expected of every meeting.
 */
export function adaptRubric(rubric: Rubric, choice: AdaptationChoice = {}): AdaptedRubric {
  const model = own(rubric.models, choice.model);
  const parts = [model, own(rubric.levels, choice.level), own(model?.levels ?? {}, choice.level)].filter(
    (part): part is Adaptation | ModelAdaptation => part !== undefined,
  );
  const emphasis = new Map(rubric.indicators.map(({ code }): [string, Emphasis] => [code, "usual"]));
  const reasons = new Map<string, string>();
  const expected = new Map<string, Adaptation["expected"][number]>();
  for (const part of parts) {
    for (const group of part.emphasis) {
      for (const code of group.codes) {
        emphasis.set(code, group.is);
        reasons.set(code, group.why);
        if (group.is === "occasional") expected.delete(code);
      }
    }
    for (const item of part.expected) {
      if (emphasis.get(item.code) === "occasional") emphasis.set(item.code, "usual");
      expected.set(item.code, item);
    }
  }
  return {
    ...rubric,
    ...(isModel(choice.model) ? { model: choice.model } : {}),
    ...(isLevel(choice.level) ? { level: choice.level } : {}),
    indicators: rubric.indicators.map((indicator) => reworded(indicator, parts)),
    emphasis: Object.fromEntries(emphasis),
    emphasisWhy: Object.fromEntries([...reasons].filter(([, why]) => why)),
    expected: rubric.indicators.flatMap(({ code }) => expected.get(code) ?? []),
    bigIdeas: model?.bigIdeas ?? [],
    questions: model?.questions ?? [],
    about: parts.map((part) => part.about).filter(Boolean),
    notices: model?.notice ? [model.notice] : [],
    localText: model?.localText ?? "",
  };
}

function reworded(indicator: Indicator, parts: readonly Adaptation[]): Indicator {
  const words = parts.flatMap((part) => part.wording.filter(({ code }) => code === indicator.code));
  return Object.assign({}, indicator, ...words);
}

function own<T extends object, K extends string>(parts: T, name: K | undefined): T[keyof T & K] | undefined {
  return name !== undefined && Object.keys(parts).includes(name)
    ? (parts as Record<string, T[keyof T & K]>)[name]
    : undefined;
}
