import * as z from "zod/mini";
import type { GoogleAnswer, GoogleApi } from "../google-api";
import { createDecisionsSheet } from "./decisions-sheet";
import { decisionsTable } from "./decisions-table";

/** A workbook as a person knows it. */
export interface ChosenWorkbook {
  readonly id: string;
  readonly title: string;
}

/** The sheet that a new spreadsheet must have before ours comes; the add-on knows it too. */
const BLANK_SHEET = 7_000_000;

const titled = z.object({
  spreadsheetId: z.string(),
  properties: z.object({ title: z._default(z.string(), "") }),
  sheets: z._default(
    z.array(z.object({ properties: z.object({ sheetId: z._default(z.int(), 0), title: z._default(z.string(), "") }) })),
    [],
  ),
});
const FIELDS = "spreadsheetId,properties.title,sheets.properties(sheetId,title)";

/** Makes an empty spreadsheet in the person's Drive; `addDecisionsSheet` makes a workbook of it. */
export async function makeSpreadsheet(
  api: GoogleApi,
  sheets: string,
  title: string,
): Promise<GoogleAnswer<ChosenWorkbook>> {
  const answer = await api("POST", `${sheets}/v4/spreadsheets?fields=${encodeURIComponent(FIELDS)}`, titled, {
    properties: { title },
    sheets: [{ properties: { sheetId: BLANK_SHEET, title: "Getting ready" } }],
  });
  return answer.ok ? { ok: true, value: chosen(answer.value) } : answer;
}

/** Looks whether a spreadsheet can be used: it is there, it is granted, and whether it has a Decisions sheet. */
export async function lookAtWorkbook(
  api: GoogleApi,
  sheets: string,
  id: string,
): Promise<GoogleAnswer<ChosenWorkbook & { readonly hasSheet: boolean }>> {
  const found = await createDecisionsSheet(api, sheets, id).find();
  if (!found.ok) return found;
  const answer = await structure(api, sheets, id);
  return answer.ok ? { ok: true, value: { ...chosen(answer.value), hasSheet: found.value !== undefined } } : answer;
}

/** Adds the Decisions sheet where there is none. May be asked again, whatever became of the last time. */
export async function addDecisionsSheet(
  api: GoogleApi,
  sheets: string,
  id: string,
  codes: readonly string[],
): Promise<GoogleAnswer<void>> {
  const found = await createDecisionsSheet(api, sheets, id).find();
  if (!found.ok) return found;
  if (found.value) return { ok: true, value: undefined };
  const now = await structure(api, sheets, id);
  if (!now.ok) return now;
  const present = now.value.sheets.map(({ properties }) => properties);
  const taken = present.some(({ title }) => title.toLowerCase() === "decisions");
  const requests = [...decisionsTable(taken ? "Decisions (Plumbline)" : "Decisions", codes)];
  if (present.some(({ sheetId }) => sheetId === BLANK_SHEET)) requests.push({ deleteSheet: { sheetId: BLANK_SHEET } });
  const answer = await api(
    "POST",
    `${sheets}/v4/spreadsheets/${encodeURIComponent(id)}:batchUpdate`,
    z.looseObject({}),
    { requests },
  );
  return answer.ok ? { ok: true, value: undefined } : answer;
}

const structure = (api: GoogleApi, sheets: string, id: string) =>
  api("GET", `${sheets}/v4/spreadsheets/${encodeURIComponent(id)}?fields=${encodeURIComponent(FIELDS)}`, titled);

const chosen = ({ spreadsheetId, properties }: z.infer<typeof titled>): ChosenWorkbook => ({
  id: spreadsheetId,
  title: properties.title,
});

/** The id in a link to a spreadsheet, or in what a person copied of it; `undefined` where there is none. */
export function workbookIdIn(link: string): string | undefined {
  const text = link.trim();
  const inLink =
    /^https:\/\/docs\.google\.com\/(?:a\/[^/]+\/)?spreadsheets\/(?:u\/\d+\/)?d\/([\w-]{20,100})(?:[/?#]|$)/;
  return inLink.exec(text)?.[1] ?? /^[\w-]{40,100}$/.exec(text)?.[0];
}
