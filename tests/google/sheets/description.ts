import { descriptionIn } from "../api/description";

/** The Sheets API v4 as Google describes it. */
export const sheetsDescription = descriptionIn("@googleapis/sheets/build/v4.d.ts");
