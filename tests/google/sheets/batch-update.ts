import type { sheets_v4 } from "@googleapis/sheets";
import { ApiError, invalid, NotFaked } from "../api/api-error";
import { cellHandlers } from "./requests/cells";
import { chartHandlers } from "./requests/charts";
import { dimensionHandlers } from "./requests/dimensions";
import { filterHandlers } from "./requests/filters";
import { formatHandlers } from "./requests/formats";
import { metadataHandlers } from "./requests/metadata";
import { rangeHandlers } from "./requests/ranges";
import type { Handlers, Reply, Work } from "./requests/request";
import { sheetHandlers } from "./requests/sheets";

const handlers: Handlers = {
  ...sheetHandlers,
  ...dimensionHandlers,
  ...cellHandlers,
  ...metadataHandlers,
  ...rangeHandlers,
  ...formatHandlers,
  ...chartHandlers,
  ...filterHandlers,
};

/** Carries out the requests in order and gives a reply for each; what one refuses (400) names it by its place. */
export function batchUpdate(
  work: Work,
  requests: readonly sheets_v4.Schema$Request[],
): readonly Exclude<Reply, undefined>[] {
  if (requests.length === 0) throw invalid("Must specify at least one request.");
  return requests.map((request, index) => {
    const [kind, ...others] = Object.keys(request) as (keyof sheets_v4.Schema$Request)[];
    if (kind === undefined || others.length > 0) {
      throw invalid(`Invalid value at 'requests[${index}]': a request must have exactly one kind.`);
    }
    const handler = handlers[kind] as ((work: Work, request: unknown) => Reply) | undefined;
    if (!handler) throw new NotFaked(`The request ${kind}`);
    try {
      return handler(work, request[kind]) ?? {};
    } catch (error) {
      if (error instanceof ApiError) throw invalid(`Invalid requests[${index}].${kind}: ${error.message}`);
      throw error;
    }
  });
}
