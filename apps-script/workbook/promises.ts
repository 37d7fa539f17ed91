import type { Commitment } from "../../core/coverage/commitments";
import type { Quoting } from "../privacy/quoting";
import { type Row, textOf } from "./table";

/** Promises kept of one meeting, and UTF-16 units kept of each: enough to come back to them. */
const MOST = 20;
const LONGEST = 300;

/** What people took on in a meeting, as its cell holds it; no word of it where the workbook must not repeat words. */
export function promisesText(commitments: readonly Commitment[], quoting: Quoting): string {
  if (!quoting.keepsWords || commitments.length === 0) return "";
  const kept = commitments.slice(0, MOST).map(({ who, what, due }) => ({
    who: quoting.line(who).slice(0, LONGEST),
    what: quoting.line(what).slice(0, LONGEST),
    ...(due === undefined ? {} : { due }),
  }));
  return JSON.stringify(kept);
}

/** What is kept of a meeting's promises; what people spoilt by writing into the cell is passed over. */
export function promisesOf(meeting: Row): readonly Commitment[] {
  let kept: unknown;
  try {
    kept = JSON.parse(textOf(meeting, "promises") || "[]");
  } catch {
    return [];
  }
  return (Array.isArray(kept) ? kept : []).flatMap((one: Partial<Record<keyof Commitment, unknown>> | null) => {
    if (typeof one?.who !== "string" || typeof one.what !== "string") return [];
    const due = typeof one.due === "string" ? { due: one.due } : {};
    return [{ who: one.who, what: one.what, line: 0, ...due }];
  });
}
