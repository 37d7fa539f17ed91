import says from "../sentences.json" with { type: "json" };
/** What kind of trouble Google reports, and what to tell a person. */
export interface GoogleProblem {
  readonly kind: "denied" | "quota" | "guarded" | "foreign" | "passing";
  /** What happened and what to do, in one or two plain sentences. */
  readonly advice: string;
}

const KINDS: readonly (GoogleProblem & { readonly pattern: RegExp })[] = [
  {
    kind: "quota",
    pattern: /quota|rate limit|too many times|user rate|limit exceeded|\b429\b|resource_exhausted/i,
    advice: says.quota,
  },
  {
    kind: "guarded",
    pattern: /protected (?:cell|range|sheet|object)|edit a protected/i,
    advice: says.guarded,
  },
  {
    kind: "foreign",
    pattern: /not supported for this document/i,
    advice: says.foreign,
  },
  {
    kind: "denied",
    pattern: /not found|permission|forbidden|access denied|insufficient|\b40[34]\b|has not granted/i,
    advice: says.denied,
  },
];

/** Tells what Google means by an error. */
export function problemOf(error: unknown): GoogleProblem {
  const message = error instanceof Error ? error.message : String(error);
  const known = KINDS.find(({ pattern }) => pattern.test(message));
  if (known) return { kind: known.kind, advice: known.advice };
  return {
    kind: "passing",
    advice: `Google did not answer as expected (${shortened(message)}). The next run tries again.`,
  };
}

const shortened = (message: string): string => (message.length > 120 ? `${message.slice(0, 119)}…` : message);
