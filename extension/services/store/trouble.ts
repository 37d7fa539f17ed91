import type { Result, Trouble } from "../../protocol";

/** What went wrong with the store, in words for a teacher. */
export function troubleOf(error: unknown): Trouble {
  const names = namesOf(error);
  const named = (...wanted: readonly string[]) => wanted.some((name) => names.includes(name));
  if (named("QuotaExceededError"))
    return {
      code: "full",
      message:
        "There is no room left on this computer for what Plumbline keeps. Free some disk space, or export and delete old documents under Settings, then try again.",
    };
  if (named("VersionError"))
    return {
      code: "blocked",
      message:
        "What is kept here was written by a newer Plumbline. Update the extension, then open this again; nothing is lost.",
    };
  if (named("MissingAPIError", "SecurityError", "OpenFailedError", "DatabaseClosedError", "InvalidStateError"))
    return {
      code: "blocked",
      message:
        "The browser does not let Plumbline keep anything at the moment. Close other Plumbline pages and try again; in a private window it may stay so.",
    };
  return { code: "unreadable", message: "Plumbline could not keep this. Try again; if it stays so, reload the page." };
}

/** Runs a piece of work on the store and says how it went. */
export async function answered<Value>(work: () => Promise<Value>): Promise<Result<Value>> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    return { ok: false, error: error instanceof StoreTrouble ? error.trouble : troubleOf(error) };
  }
}

/** Ends a piece of work with a trouble of its own. */
export class StoreTrouble extends Error {
  constructor(readonly trouble: Trouble) {
    super(trouble.message);
  }
}

function namesOf(error: unknown): readonly string[] {
  const names: string[] = [];
  // Dexie wraps what IndexedDB says, at times more than once.
  for (let inner = error, deep = 0; inner instanceof Error || isNamed(inner); deep++) {
    names.push(inner.name);
    if (deep > 4 || !("inner" in inner)) break;
    inner = inner.inner;
  }
  return names;
}

const isNamed = (value: unknown): value is { name: string; inner?: unknown } =>
  typeof value === "object" && value !== null && "name" in value && typeof value.name === "string";
