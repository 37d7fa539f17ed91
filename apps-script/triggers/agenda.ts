import type { AgendaCheck } from "../../core/agenda/agenda-check";
import { checkAgenda } from "../../core/agenda/check-agenda";
import type { Coverage } from "../../core/coverage/coverage";
import type { Notes } from "../../core/notes/notes";
import { type AdaptedRubric, adaptRubric, plcRubric } from "../../core/rubric/rubric";
import { agendaCard, chooseAgendaCard } from "../cards/calendar-card";
import type { Answer, Card } from "../cards/card";
import { emptyDocumentCard } from "../cards/docs-card";
import { messageCard } from "../cards/message-card";
import type { Mode } from "../deployment";
import { linkTo, notesOfDocument, type TabNotes } from "../document/notes-of-document";
import type { Attachment } from "../google/calendar";
import says from "../sentences.json" with { type: "json" };
import { historyOf, recentRows } from "../workbook/history";
import { openWorkbook } from "../worker/open-workbook";
import { problemOf } from "../worker/problems";
import type { Services } from "../worker/services";
import { documentIdIn } from "../worker/settings";
import { workbookOf } from "../worker/team-workbook";
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
  if (mode === "public") return chooseAgendaCard(says.whichAgenda, []);
  if (!id || !calendarId) return chooseAgendaCard(says.eventNotSaved, []);
  let attached: readonly Attachment[];
  try {
    attached = attachmentsOf(calendarId, id);
  } catch (error) {
    return chooseAgendaCard(`What is attached to this event cannot be seen. ${problemOf(error).advice}`, []);
  }
  const [only] = attached;
  if (!only) return chooseAgendaCard(says.nothingAttached, []);
  if (attached.length > 1) return chooseAgendaCard(says.severalAttached, attached);
  return agendaOf(services, only.id);
}

/** Shows the document that was chosen as the agenda. */
export function chosenAgenda(services: Services, event: AddOnEvent | undefined): Answer {
  const id = parameter(event, "id") || documentIdIn(entered(event, "agenda") ?? "");
  if (!id) return { notice: says.notADocument };
  return { card: agendaOf(services, id) };
}

interface CheckedAgenda {
  readonly title: string;
  readonly check: AgendaCheck;
  /** What kept the team's past from being looked up; "" where nothing did. */
  readonly trouble: string;
}

/** An agenda, read and checked; `undefined` where there is no text in it. Throws what Google throws. */
export function checkedAgenda(
  services: Services,
  id: string,
  { rubric, history, trouble = "" }: TeamForAgenda = teamFor(services),
): CheckedAgenda | undefined {
  const document = services.documents.read(id);
  const notes = latest(notesOfDocument(document));
  return notes && { title: document.title ?? "", check: checkAgenda(notes, rubric, history), trouble };
}

function agendaOf(services: Services, id: string): Card {
  const link = linkTo(id, "", undefined);
  try {
    const agenda = checkedAgenda(services, id);
    return agenda ? agendaCard(agenda.title, link, agenda.check, agenda.trouble) : emptyDocumentCard();
  } catch (error) {
    return messageCard(problemOf(error).advice, [{ text: "Open the agenda", link }]);
  }
}

/** Of several tabs the one with the latest day; a tab without a day is no meeting's, unless none has one. */
const latest = (tabs: readonly TabNotes[]): Notes | undefined =>
  [...tabs].sort((a, b) => ((a.notes.date ?? "") > (b.notes.date ?? "") ? -1 : 1))[0]?.notes;

interface TeamForAgenda {
  readonly rubric: AdaptedRubric;
  readonly history?: Coverage;
  /** What to say where the workbook is there, but could not be read. */
  readonly trouble?: string;
}

/** The team's rubric and what it did so far, if the workbook can be had. */
export function teamFor(services: Services): TeamForAgenda {
  const workbookId = workbookOf(services.store);
  try {
    if (!workbookId) return { rubric: adaptRubric(plcRubric) };
    const { team, settings, edits } = openWorkbook(services, workbookId, ["evidence", "meetings"], (sheets) =>
      recentRows(sheets.get("evidence")?.rows ?? [], sheets.get("meetings")?.rows ?? []),
    );
    const { model, level } = settings;
    const adapted = adaptRubric(team.rubric, { model, ...(level ? { level } : {}) });
    const history = historyOf(edits("evidence").keyed(), edits("meetings").keyed(), team.rubric);
    return { rubric: { ...adapted, emphasis: team.emphasis }, history };
  } catch {
    // The agenda can be looked at without the workbook.
    return { rubric: adaptRubric(plcRubric), trouble: says.workbookUnread };
  }
}
