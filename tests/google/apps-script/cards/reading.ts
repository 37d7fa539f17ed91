import type { Tree } from "./builders";

/** The parts of a tree, the tree itself first, in the order in which they are seen. */
export function partsOf(tree: unknown): readonly Tree[] {
  if (Array.isArray(tree)) return tree.flatMap(partsOf);
  if (typeof tree !== "object" || tree === null) return [];
  const inner = Object.values(tree).flatMap(partsOf);
  return typeof (tree as Partial<Tree>).kind === "string" ? [tree as Tree, ...inner] : inner;
}

const SHOWN = ["title", "subtitle", "header", "topLabel", "text", "bottomLabel", "hint"];

/** Every text that a person sees on a card, in order. */
export const textsOf = (tree: unknown): readonly string[] =>
  partsOf(tree).flatMap((one) => SHOWN.flatMap((field) => (typeof one[field] === "string" ? [one[field]] : [])));

/** What a press of a button does. */
export interface Press {
  readonly functionName: string;
  readonly parameters: Readonly<Record<string, string>>;
}

/** The action behind the button or row of a text, or an error that lists what can be pressed. */
export function press(tree: unknown, label: string): Press {
  const pressable = partsOf(tree).filter(({ onClick }) => onClick !== undefined);
  const found = pressable.find(({ text, altText }) => text === label || altText === label);
  if (!found)
    throw new Error(
      `Nothing to press is named "${label}"; there is ${pressable.map(({ text }) => `"${text}"`).join(", ")}.`,
    );
  const { functionName, parameters = {} } = found.onClick as {
    functionName: string;
    parameters?: Record<string, string>;
  };
  return { functionName, parameters };
}
