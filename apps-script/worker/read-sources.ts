import type { Rubric } from "../../core/rubric/rubric";
import { type ReadDocument, readDocument } from "../reading/read-document";
import says from "../sentences.json" with { type: "json" };
import { taggerFor } from "./open-workbook";
import { problemOf } from "./problems";
import type { Services } from "./services";
import { SlowDocuments } from "./slow-documents";
import type { Due } from "./sources";

/** How a document was read, or why not. */
export interface ReadSource {
  readonly due: Due;
  readonly outcome:
    | { readonly kind: "read"; readonly document: ReadDocument }
    | { readonly kind: "denied" | "foreign" | "passing" | "slow"; readonly advice: string };
}

/** Documents read in one slice, so that what is written at once stays small. */
const MOST_DOCUMENTS = 120;
/** Rows of evidence after which a slice ends. */
const MOST_ROWS = 4000;
/** After so many runs that died of it, a document is left to a run with more time, and then given up. */
const LEAVE_AFTER = 2;
const GIVE_UP_AFTER = 4;

/** Reads documents until the time is up, calling Google once for each. A limit that is reached ends it, too. */
export function readSources(
  services: Services,
  rubric: Rubric,
  due: readonly Due[],
  until: number,
  isLong: boolean,
): { readonly results: readonly ReadSource[]; readonly stopped: string } {
  const slow = new SlowDocuments(services.cache);
  const results: ReadSource[] = [];
  let rows = 0;
  let stopped = "";
  // A document that ended a run is tried first, with all the time there is, but only once more in the card.
  const ordered = [...due].sort((a, b) => slow.timesOf(b.id) - slow.timesOf(a.id));
  for (const one of ordered) {
    if (services.now().getTime() >= until || results.length >= MOST_DOCUMENTS || rows >= MOST_ROWS) break;
    if (slow.timesOf(one.id) >= (isLong ? GIVE_UP_AFTER : LEAVE_AFTER)) {
      results.push({ due: one, outcome: { kind: "slow", advice: isLong ? SPLIT_IT : LEFT_FOR_LATER } });
      continue;
    }
    slow.open(one.id);
    try {
      const document = readDocument(services.documents.read(one.id), one.id, taggerFor(rubric), one.decisions);
      results.push({ due: one, outcome: { kind: "read", document } });
      rows += document.lines.length;
    } catch (error) {
      const { kind, advice } = problemOf(error);
      if (kind === "quota") {
        stopped = advice;
        break;
      }
      results.push({ due: one, outcome: { kind: kind === "denied" || kind === "foreign" ? kind : "passing", advice } });
    }
  }
  slow.close();
  return { results, stopped };
}

const LEFT_FOR_LATER = says.leftForLater;
const SPLIT_IT = says.splitIt;
