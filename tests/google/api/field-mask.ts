import { invalid } from "./api-error";
import type { Description, Shape } from "./description";

/** A partial-response or update mask as a tree; `true` takes everything below. */
export type Mask = true | ReadonlyMap<string, Mask>;

type Branch = Map<string, Mask>;

function merge(branch: Branch, name: string, mask: Mask): void {
  const old = branch.get(name);
  if (old === undefined || mask === true) branch.set(name, mask);
  else if (old !== true) {
    const joined: Branch = new Map(old);
    for (const [inner, below] of mask) merge(joined, inner, below);
    branch.set(name, joined);
  }
}

/** Reads `a,b.c,d(e,f),g/h,*`; throws Google's 400 when it is not well formed. */
export function parseMask(text: string): Mask {
  let place = 0;
  const bad = () =>
    invalid(`Request contains an invalid argument.`, [
      { field: "fields", description: `Invalid field selection ${text}` },
    ]);
  function list(): Mask {
    const branch: Branch = new Map();
    for (;;) {
      const names: string[] = [];
      let below: Mask = true;
      for (;;) {
        const name = /^\s*([A-Za-z0-9_]+|\*)\s*/.exec(text.slice(place));
        if (!name?.[1]) throw bad();
        place += name[0].length;
        names.push(name[1]);
        if (text[place] !== "/" && text[place] !== ".") break;
        place++;
      }
      if (text[place] === "(") {
        place++;
        below = list();
        if (text[place] !== ")") throw bad();
        place++;
      }
      const [first = "", ...rest] = names;
      merge(
        branch,
        first,
        rest.reduceRight<Mask>((mask, name) => new Map([[name, mask]]), below),
      );
      if (text[place] !== ",") break;
      place++;
    }
    return branch.has("*") ? true : branch;
  }
  const mask = list();
  if (place !== text.length) throw bad();
  return mask;
}

const inner = (shape: Shape): Shape => (shape.kind === "list" ? inner(shape.of) : shape);

/** The first path of the mask that the message does not have, or undefined when all are known. */
export function unknownPath(description: Description, message: string, mask: Mask): string | undefined {
  if (mask === true) return undefined;
  for (const [name, below] of mask) {
    const shape = description().get(message)?.get(name);
    if (!shape) return name;
    const type = inner(shape);
    if (below === true || type.kind === "any" || type.kind === "map") continue;
    if (type.kind !== "message") return `${name}.${[...below.keys()][0]}`;
    const unknown = unknownPath(description, type.name, below);
    if (unknown !== undefined) return `${name}.${unknown}`;
  }
  return undefined;
}

/** Whether the mask takes something at or below the path. */
export function takes(mask: Mask, path: readonly string[]): boolean {
  const [name, ...rest] = path;
  if (mask === true || name === undefined) return true;
  const below = mask.get(name);
  return below !== undefined && takes(below, rest);
}

/** What of a value the mask lets through; lists are masked item by item. */
export function select(mask: Mask, value: unknown): unknown {
  if (mask === true || typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => select(mask, item));
  return Object.fromEntries(
    [...mask].flatMap(([name, below]) => {
      const chosen = (value as Record<string, unknown>)[name];
      return chosen === undefined ? [] : [[name, select(below, chosen)]];
    }),
  );
}

/** The old value with what the mask names taken from the new one; what the new one lacks is cleared. */
export function applyMask<T extends object>(mask: Mask, old: T | undefined, given: Partial<T> | undefined): T {
  if (mask === true) return { ...given } as T;
  const result: Record<string, unknown> = { ...old };
  for (const [name, below] of mask) {
    const before = result[name];
    const after = (given as Record<string, unknown> | undefined)?.[name];
    if (below === true || Array.isArray(after)) {
      if (after === undefined || after === null) delete result[name];
      else result[name] = after;
    } else {
      result[name] = applyMask(below, (before ?? {}) as object, (after ?? {}) as object);
    }
  }
  return result as T;
}
