import { readDescription } from "../api/description";

/** The Sheets API v4 as Google describes it. */
export const sheetsDescription = readDescription("@googleapis/sheets/build/v4.d.ts");
