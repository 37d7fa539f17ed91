import type { docs_v1 } from "@googleapis/docs";
import { ApiError } from "../api/api-error";
import { readRange } from "../sheets/a1";
import { readValues } from "../sheets/read-values";
import type { Workspace } from "../workspace";
import { MIME, type StoredFile } from "./stored-file";

/** The most bytes that Drive exports. */
const EXPORT_BYTES = 10 * 1024 * 1024;

function plainText(content: readonly docs_v1.Schema$StructuralElement[]): string {
  return content
    .map(({ paragraph, table }) => {
      const rows = table?.tableRows ?? [];
      return (
        (paragraph?.elements ?? []).map(({ textRun }) => textRun?.content ?? "").join("") +
        rows
          .map(({ tableCells }) => (tableCells ?? []).map((cell) => plainText(cell.content ?? [])).join("\t"))
          .join("")
      );
    })
    .join("");
}

const csvField = (value: unknown): string => {
  const text = String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** A Google file in another format, as text: documents as text/plain, the first sheet as text/csv. */
export function exported(workspace: Workspace, file: StoredFile, mimeType: string): string {
  let text: string | undefined;
  if (file.mimeType === MIME.document && mimeType === "text/plain") {
    const tabs = workspace.documents.get(file.id)?.tabs ?? [];
    text = tabs.map((tab) => plainText(tab.documentTab?.body?.content ?? [])).join("");
  }
  const book = workspace.books.get(file.id);
  const title = book?.sheets[0]?.properties.title;
  if (book && title && mimeType === "text/csv") {
    const { evaluate } = workspace;
    const asked = readRange(book, `'${title.replaceAll("'", "''")}'`);
    const options = { value: "FORMATTED_VALUE", dates: "SERIAL_NUMBER", columns: false, evaluate } as const;
    const rows: readonly (readonly unknown[])[] = readValues(asked, options).values ?? [];
    text = rows.map((row) => row.map(csvField).join(",")).join("\r\n");
  }
  if (text === undefined) {
    throw new ApiError("PERMISSION_DENIED", "Export only supports Docs Editors files.", "fileNotExportable");
  }
  if (Buffer.byteLength(text) > EXPORT_BYTES) {
    throw new ApiError("PERMISSION_DENIED", "This file is too large to be exported.", "exportSizeLimitExceeded");
  }
  return text;
}
