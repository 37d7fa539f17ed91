import { NotFaked } from "../api/api-error";

/** Names that the language itself may ask of any object. */
const ASKED_BY_THE_LANGUAGE = new Set(["then", "toJSON", "toString", "valueOf", "constructor"]);

/** The object, with every member that it has not refused by name: "CardService.newGrid is not faked". */
export function onlyFaked<T extends object>(target: T, name: string, onMissing?: (error: NotFaked) => void): T {
  return new Proxy(target, {
    get(object, member, proxy): unknown {
      const value: unknown = Reflect.get(object, member, object);
      if (typeof value === "function") {
        return (...given: unknown[]): unknown => {
          const answer: unknown = Reflect.apply(value, object, given);
          return answer === object ? proxy : answer;
        };
      }
      if (value !== undefined || typeof member === "symbol") return value;
      if (ASKED_BY_THE_LANGUAGE.has(member)) return undefined;
      const error = new NotFaked(`${name}.${member}`);
      onMissing?.(error);
      throw error;
    },
    set(_object, member): boolean {
      throw new TypeError(`${name}.${String(member)} cannot be set.`);
    },
  });
}

/** Names a value's kind as Apps Script does in "The parameters (String,number) don't match the method signature". */
const kindOf = (value: unknown): string => {
  if (value === null) return "null";
  if (typeof value === "string") return "String";
  if (typeof value === "object") return Array.isArray(value) ? "number[]" : "Object";
  return typeof value;
};

export type Kind = "string" | "number" | "boolean" | "object";

/** Checks a call's arguments by kind; those after `least` may be left out. Gives the message to refuse with, if any. */
export function mismatch(
  method: string,
  given: readonly unknown[],
  kinds: readonly Kind[],
  least = kinds.length,
): string | undefined {
  const fits =
    given.length >= least &&
    given.length <= kinds.length &&
    given.every((value, index) => typeof value === kinds[index] && value !== null);
  if (fits) return undefined;
  return `The parameters (${given.map(kindOf).join(",")}) don't match the method signature for ${method}.`;
}
