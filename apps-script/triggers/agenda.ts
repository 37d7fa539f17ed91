import { agendaCard, chooseAgendaCard } from "../cards/calendar-card";
import type { Answer, Card } from "../cards/card";
import { emptyDocumentCard } from "../cards/docs-card";
import { messageCard } from "../cards/message-card";
import type { Mode } from "../deployment";
import type { Attachment } from "../google/calendar";
import { problemOf } from "../worker/problems";
import type { Services } from "../worker/services";
import { documentIdIn } from "../worker/settings";
import { readForCard } from "./documents";
import { type AddOnEvent, entered, parameter } from "./events";

type Attachments = (calendarId: string, eventId: string) => readonly Attachment[];

/** The card of a calendar event: its agenda, read through what is attached; where that may not be seen, people name it. */
export function eventCard(
  services: Services,
  mode: Mode,
  attachmentsOf: Attachments,
  event: AddOnEvent | undefined,
): Card {
  const { id, calendarId } = event?.calendar ?? {};
  if (mode === "public") return chooseAgendaCard("Which document is the agenda of this meeting?", []);
  if (!id || !calendarId)
    return chooseAgendaCard(
      "This event is not saved yet. Save it and open it again, or give the address of the agenda.",
      [],
    );
  let attached: readonly Attachment[];
  try {
    attached = attachmentsOf(calendarId, id);
  } catch (error) {
    return chooseAgendaCard(`What is attached to this event cannot be seen. ${problemOf(error).advice}`, []);
  }
  const [only] = attached;
  if (!only)
    return chooseAgendaCard("No Google Doc is attached to this event. Attach the agenda, or give its address.", []);
  if (attached.length > 1)
    return chooseAgendaCard("Several documents are attached. Which one is the agenda?", attached);
  return agendaOf(services, only.id);
}

/** Shows the document that was chosen as the agenda. */
export function chosenAgenda(services: Services, event: AddOnEvent | undefined): Answer {
  const id = parameter(event, "id") || documentIdIn(entered(event, "agenda") ?? "");
  if (!id) return { notice: "That is not the address of a Google Doc. Open the agenda, and copy its address." };
  return { card: agendaOf(services, id) };
}

function agendaOf(services: Services, id: string): Card {
  try {
    const { document, team } = readForCard(services, id);
    return document.meetings.length === 0 ? emptyDocumentCard() : agendaCard(document, team);
  } catch (error) {
    return messageCard(problemOf(error).advice, [
      { text: "Open the agenda", link: `https://docs.google.com/document/d/${encodeURIComponent(id)}/edit` },
    ]);
  }
}
