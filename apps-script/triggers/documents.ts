import type { Decision } from "../../core/decisions/decision";
import { plcRubric } from "../../core/rubric/rubric";
import type { Answer, Card } from "../cards/card";
import { type DocumentStanding, docsAccessCard, docsCard, emptyDocumentCard } from "../cards/docs-card";
import { driveCard, type SelectedItem } from "../cards/drive-card";
import { messageCard } from "../cards/message-card";
import { type ReadDocument, readDocument } from "../reading/read-document";
import says from "../sentences.json" with { type: "json" };
import { decisionsIn } from "../workbook/decision-rows";
import { count } from "../workbook/wording";
import { openWorkbook, taggerFor } from "../worker/open-workbook";
import { problemOf } from "../worker/problems";
import { enqueue, queued } from "../worker/queue";
import type { Services } from "../worker/services";
import { addressOf, makeWorkbook, workbookOf } from "../worker/team-workbook";
import { type AddOnEvent, parameter } from "./events";

/** The card beside an open document. */
export function documentCard(services: Services, event: AddOnEvent | undefined): Card {
  const { id, addonHasFileScopePermission } = event?.docs ?? {};
  if (!id || !addonHasFileScopePermission) return docsAccessCard();
  try {
    const { document, team, standing } = readForCard(services, id);
    return document.meetings.length === 0 ? emptyDocumentCard() : docsCard(document, team, standing);
  } catch (error) {
    return messageCard(problemOf(error).advice);
  }
}

/** A document as a card shows it: with the team's decisions and its rubric, if the workbook can be had. */
function readForCard(
  services: Services,
  id: string,
): { document: ReadDocument; team: typeof plcRubric; standing: DocumentStanding } {
  const book = workbookFor(services, id);
  const read = services.documents.read(id);
  return {
    document: readDocument(read, id, taggerFor(book.rubric), book.decisions),
    team: book.rubric,
    standing: book.standing,
  };
}

function workbookFor(
  services: Services,
  id: string,
): { rubric: typeof plcRubric; decisions: readonly Decision[]; standing: DocumentStanding } {
  const workbookId = workbookOf(services.store);
  const without = { rubric: plcRubric, decisions: [] };
  if (!workbookId) return { ...without, standing: { inWorkbook: "none", workbookUrl: "" } };
  try {
    const { workbook, team, edits } = openWorkbook(services, workbookId, ["sources", "decisions"]);
    const decisions = decisionsIn(edits("decisions").keyed(), team.rubric).filter(({ document }) => document === id);
    const inWorkbook = edits("sources").find(id) ? "yes" : queued(services.store).has(id) ? "queued" : "no";
    const standing: DocumentStanding = { inWorkbook, workbookUrl: workbook.url };
    return { rubric: team.rubric, decisions, standing };
  } catch {
    // A workbook that cannot be had just now must not keep the document's own card away.
    return { ...without, standing: { inWorkbook: "unknown", workbookUrl: addressOf(workbookId) } };
  }
}

/** Puts the open document in line for the workbook. */
export function addOne(services: Services, event: AddOnEvent | undefined): Answer {
  const id = parameter(event, "id");
  if (!id) return { notice: says.openDocumentAgain };
  makeWorkbook(services);
  enqueue(services.store, [{ id, title: parameter(event, "title") }]);
  return {
    card: messageCard(says.documentInLine, [{ text: "Read it in now", run: "continueRefresh", isMain: true }]),
    notice: "In line for the workbook",
  };
}

/** The card for what is selected in Drive. */
export const selectionCard = (event: AddOnEvent | undefined): Card => driveCard(selected(event));

/** Puts the selected documents in line for the workbook. */
export function addMany(services: Services, event: AddOnEvent | undefined): Answer {
  const ready = selected(event).filter(({ isDocument, isOpen }) => isDocument && isOpen);
  if (ready.length === 0) return { notice: "Select the documents once more." };
  makeWorkbook(services);
  enqueue(services.store, ready);
  return {
    card: messageCard(`${count(ready.length, "document is", "documents are")} in line for the workbook.`, [
      { text: "Read them in now", run: "continueRefresh", isMain: true },
    ]),
    notice: "In line for the workbook",
  };
}

function selected(event: AddOnEvent | undefined): SelectedItem[] {
  return (event?.drive?.selectedItems ?? []).flatMap(({ id, title, mimeType, addonHasFileScopePermission }) =>
    id
      ? [
          {
            id,
            title: title ?? "",
            isDocument: mimeType === "application/vnd.google-apps.document",
            isOpen: addonHasFileScopePermission ?? false,
          },
        ]
      : [],
  );
}
