import { expect, test } from "vitest";
import { problemOf } from "../../../apps-script/worker/problems";

test.each([
  ["Quota exceeded for quota metric 'Read requests'", "quota"],
  ["Service invoked too many times for one day: docs.", "quota"],
  ["Requested entity was not found.", "denied"],
  ["The caller does not have permission", "denied"],
  ["You are trying to edit a protected cell or object. Please contact the spreadsheet owner.", "guarded"],
  ["This operation is not supported for this document", "foreign"],
  ["Internal error encountered.", "passing"],
])("%s is trouble of the kind %s", (message, kind) => {
  const problem = problemOf(new Error(`API call to sheets.spreadsheets.get failed with error: ${message}`));
  expect(problem.kind).toBe(kind);
  expect(problem.advice).toMatch(/\.$/);
});
