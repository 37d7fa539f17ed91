import { NotFaked } from "../../api/api-error";

/** A card or a part of one as plain data: `kind` names it, the other fields are what was set. */
export interface Tree {
  readonly kind: string;
  readonly [field: string]: unknown;
}

interface Part {
  readonly kind: string;
  readonly fields: ReadonlyMap<string, unknown>;
  readonly tree: () => Tree;
  /** Checks the part before it goes into another, and lets nothing change it afterwards. */
  readonly use: () => void;
}

/** What the objects that a script holds stand for. */
const parts = new WeakMap<object, Part>();

export const partOf = (value: unknown): Part | undefined =>
  typeof value === "object" && value !== null ? parts.get(value) : undefined;

/** A value that a setter takes, checked: gives what the tree keeps, or undefined to refuse. */
export type Check = (value: unknown) => { readonly kept: unknown } | undefined;

export const text: Check = (value) => (typeof value === "string" ? { kept: value } : undefined);
export const filled: Check = (value) => (typeof value === "string" && value !== "" ? { kept: value } : undefined);
export const flag: Check = (value) => (typeof value === "boolean" ? { kept: value } : undefined);
export const number: Check = (value) => (typeof value === "number" ? { kept: value } : undefined);
export const integer: Check = (value) => (Number.isInteger(value) ? { kept: value } : undefined);
export const oneOf =
  (words: readonly string[]): Check =>
  (value) =>
    typeof value === "string" && words.includes(value) ? { kept: value } : undefined;
/** Another part, of one of the kinds. */
export const part =
  (...kinds: readonly string[]): Check =>
  (value) => {
    const found = partOf(value);
    return found && kinds.includes(found.kind) ? { kept: found } : undefined;
  };
/** The action's parameters: text by text, nothing else. */
export const texts: Check = (value) => {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
  return Object.values(value).every((inner) => typeof inner === "string") ? { kept: { ...value } } : undefined;
};

type Service = GoogleAppsScript.Card_Service.CardService;
/** What a method of CardService makes. */
export type Made<Method extends keyof Service> = Service[Method] extends () => infer Builder ? Builder : never;

/** Says which of the fields that a kind cannot do without is not set, if one is. */
export const need =
  (kind: string, ...fields: readonly string[]) =>
  (have: ReadonlyMap<string, unknown>): string | undefined => {
    const missing = fields.find((field) => !have.has(field));
    return missing === undefined ? undefined : `The ${kind} has no ${missing}, which it must have.`;
  };

/** One method of a builder. */
export interface Setter {
  readonly field: string;
  readonly checks: readonly Check[];
  /** Arguments that may be left out at the end. */
  readonly optional?: number;
  /** Each call adds one more instead of replacing. */
  readonly many?: boolean;
  /** What one call leaves in the tree; by default its first argument. */
  readonly keep?: (given: readonly unknown[]) => unknown;
}

export const set = (field: string, ...checks: readonly Check[]): Setter => ({ field, checks });
export const add = (field: string, ...checks: readonly Check[]): Setter => ({ field, checks, many: true });

/** How a kind of part is built. The methods are those of Google's interface, by name. */
export interface Kind<Interface> {
  readonly kind: string;
  readonly methods: { readonly [Method in keyof Interface]?: Setter };
  /** Says what is wrong with a part when it is built or put into another, if anything is. */
  readonly check?: (fields: ReadonlyMap<string, unknown>) => string | undefined;
  /** Where the interface has `build()`: the kind of what that gives. */
  readonly builds?: string;
  /** Whether what is built has `printJson()`. */
  readonly prints?: boolean;
}

const isPart = (value: unknown): value is Part =>
  typeof value === "object" && value !== null && typeof (value as Partial<Part>).use === "function";

const treeOf = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(treeOf);
  if (isPart(value)) return value.tree();
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, treeOf(inner)]));
};

/** What a builder is made with: how to throw into the script, and how to note what is not faked. */
export interface Surroundings {
  exception(message: string): Error;
  seal<T extends object>(target: T, name: string): T;
}

const kindOf = (value: unknown): string => {
  const found = partOf(value);
  if (found) return `CardService.${found.kind}`;
  return value === null
    ? "null"
    : typeof value === "string"
      ? "String"
      : typeof value === "object"
        ? "Object"
        : typeof value;
};

function finished(surroundings: Surroundings, fields: ReadonlyMap<string, unknown>, kind: string): object {
  const tree = (): Tree => ({ kind, ...Object.fromEntries([...fields].map(([name, value]) => [name, treeOf(value)])) });
  const sealed = surroundings.seal({ printJson: () => JSON.stringify(tree()) }, `CardService.${kind}`);
  parts.set(sealed, { kind, fields, tree, use: () => {} });
  return sealed;
}

/** Makes one builder. Each setter checks its arguments as Apps Script does and gives the builder back. */
export function newBuilder<Interface>(kind: Kind<Interface>, surroundings: Surroundings): Interface {
  const fields = new Map<string, unknown>();
  let used = false;
  const use = (): void => {
    const wrong = kind.check?.(fields);
    if (wrong !== undefined) throw surroundings.exception(wrong);
    used = true;
  };
  const tree = (): Tree => ({
    kind: kind.kind,
    ...Object.fromEntries([...fields].map(([name, value]) => [name, treeOf(value)])),
  });
  const methods: Record<string, (...given: unknown[]) => unknown> = {};
  let self: object = methods;
  for (const [name, setter] of Object.entries(kind.methods) as [string, Setter][]) {
    methods[name] = (...given) => {
      // Google does not say whether a change shows once a part is in its place.
      if (used) throw new NotFaked(`CardService.${kind.kind}.${name} after the ${kind.kind} was put into another part`);
      const { checks, optional = 0, many, field } = setter;
      const kept = given.map((value, index) => checks[index]?.(value));
      if (given.length < checks.length - optional || given.length > checks.length || kept.includes(undefined)) {
        throw surroundings.exception(
          `The parameters (${given.map(kindOf).join(",")}) don't match the method signature for CardService.${kind.kind}.${name}.`,
        );
      }
      const all = kept.map((one) => one?.kept);
      for (const one of all.flat()) if (isPart(one)) one.use();
      const value = setter.keep ? setter.keep(all) : all.length === 0 ? true : all[0];
      fields.set(field, many ? [...((fields.get(field) as unknown[] | undefined) ?? []), value] : value);
      return self;
    };
  }
  const { builds } = kind;
  if (builds !== undefined) {
    methods.build = () => {
      use();
      used = false;
      return finished(surroundings, new Map(fields), builds);
    };
  }
  if (kind.prints) methods.printJson = () => JSON.stringify(tree());
  self = surroundings.seal(methods, `CardService.${kind.kind}`);
  parts.set(self, { kind: kind.kind, fields, tree, use });
  return self as Interface;
}
