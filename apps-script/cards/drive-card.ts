import says from "../sentences.json" with { type: "json" };
import { count } from "../workbook/wording";
import type { Card, Widget } from "./card";

/** A document that is selected in Drive. */
export interface SelectedItem {
  readonly id: string;
  readonly title: string;
  readonly isDocument: boolean;
  /** Whether the person has let the add-on see it. */
  readonly isOpen: boolean;
}

/** Items named on the card. */
const NAMED = 20;

/** What can be done with the files that are selected in Drive. */
export function driveCard(items: readonly SelectedItem[]): Card {
  const documents = items.filter(({ isDocument }) => isDocument);
  const open = documents.filter(({ isOpen }) => isOpen);
  const closed = documents.filter(({ isOpen }) => !isOpen);
  const widgets: Widget[] = [];
  if (documents.length === 0)
    widgets.push({
      kind: "text",
      text: says.selectDocuments,
    });
  for (const { title } of documents.slice(0, NAMED)) widgets.push({ kind: "line", text: title || "A document" });
  if (documents.length > NAMED) widgets.push({ kind: "text", text: `and ${documents.length - NAMED} more` });
  if (items.length > documents.length && documents.length > 0)
    widgets.push({
      kind: "text",
      text: `${count(items.length - documents.length, "other file")} cannot be read and will be left out.`,
    });
  for (const { id, title } of closed.slice(0, NAMED))
    widgets.push({
      kind: "buttons",
      buttons: [{ text: `Allow for “${title.slice(0, 40)}”`, run: "askForDriveFile", parameters: { id } }],
    });
  if (open.length > 0)
    widgets.push({
      kind: "buttons",
      buttons: [{ text: `Add ${count(open.length, "document")} to the workbook`, run: "addSelected", isMain: true }],
    });
  return { title: "Plumbline", sections: [{ widgets }] };
}
