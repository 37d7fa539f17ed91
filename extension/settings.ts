import { storage } from "wxt/utils/storage";
import type { Adjustment, Level, Model, Rubric } from "../core/index";

/** The team's own rubric file, as it was read; `undefined`: the one that comes with Plumbline. */
export const ownRubric = storage.defineItem<Rubric | null>("local:ownRubric", { fallback: null });

export const model = storage.defineItem<Model | "none">("local:model", { fallback: "none" });

export const level = storage.defineItem<Level | "none">("local:level", { fallback: "none" });

/** Keys of dimensions that are not shown, in the document and in the panel. */
export const hiddenDimensions = storage.defineItem<readonly string[]>("local:hiddenDimensions", {
  fallback: [],
});

/** Ids of documents in which the marks are hidden. */
export const hiddenDocuments = storage.defineItem<readonly string[]>("local:hiddenDocuments", {
  fallback: [],
});

/** Name that goes with a person's decisions. Empty until someone gives one. */
export const who = storage.defineItem<string>("local:who", { fallback: "" });

/** Keys that differ from the ones shipped, by action. */
export const ownKeys = storage.defineItem<Readonly<Record<string, string>>>("local:ownKeys", {
  fallback: {},
});

/** Whether letters alone work as keys in the panel. Off for those whose tools type letters, such as speech input. */
export const letterKeys = storage.defineItem<boolean>("local:letterKeys", { fallback: true });

/** Whether finished lines are read a second time. */
export const secondReader = storage.defineItem<boolean>("local:secondReader", { fallback: false });

/** What was learned from decisions; `null`: nothing, or it was forgotten. */
export const learned = storage.defineItem<Adjustment | null>("local:learned", { fallback: null });

/** Every setting by name, for export, import and deleting everything. */
export const SETTINGS = {
  ownRubric,
  model,
  level,
  hiddenDimensions,
  hiddenDocuments,
  who,
  ownKeys,
  letterKeys,
  secondReader,
  learned,
} as const;
