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
    advice: "Google's limit for now is reached. Nothing is lost; the next run goes on from here.",
  },
  {
    kind: "guarded",
    pattern: /protected (?:cell|range|sheet|object)|edit a protected/i,
    advice:
      "Someone protected a sheet of the workbook against changes. Ask its owner to let you edit it, then press Continue.",
  },
  {
    kind: "foreign",
    pattern: /not supported for this document/i,
    advice:
      "It is an Office file, such as one from Word, and those cannot be read. Open it, choose File, then Save as Google Docs (or Google Sheets), and use what that makes.",
  },
  {
    kind: "denied",
    pattern: /not found|permission|forbidden|access denied|insufficient|\b40[34]\b|has not granted/i,
    advice: "It is not shared with you, or not yet opened with Plumbline. Open it, open Plumbline there, and allow it.",
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
