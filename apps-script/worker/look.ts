import { decisionsIn } from "../workbook/decision-rows";
import { isUnmoved } from "../workbook/unmoved";
import type { Begun } from "./lease";
import { lookAtNew, lookAtSources } from "./look-at-sources";
import { engineStamp, type OpenWorkbook, openWorkbook } from "./open-workbook";
import { dequeue, lookedAt, queued } from "./queue";
import type { DriveFile, DriveService, Services } from "./services";
import { addSources, type Due, dueSources, readerOf, takeUpPasted } from "./sources";
import { MOVED, untilUnmoved } from "./until-unmoved";

/** Takes up what was added, looks at the sources where that is wanted, and tells what has to be read. */
export function look(
  services: Services,
  workbookId: string,
  finishBy: number,
  { book: first, looks }: Begun,
): { readonly due: readonly Due[]; readonly folder?: string } | undefined {
  const inLine = queued(services.store);
  const drive = remembering(services.drive);
  const today = services.now().toISOString().slice(0, 10);
  let again: OpenWorkbook | undefined = first;
  const person = readerOf(services);
  const found = untilUnmoved(services, finishBy, () => {
    const book = again ?? openWorkbook(services, workbookId, ["sources", "decisions"]);
    again = undefined;
    const sources = book.edits("sources");
    addSources(sources, inLine, "picked");
    takeUpPasted(sources);
    const folder = looks ? lookAtSources(sources, drive, book.settings.folder, today, person) : undefined;
    if (!looks) lookAtNew(sources, drive, today, person);
    const { before, after } = sources.planAtOnce();
    if (before.length + after.length > 0) {
      if (!isUnmoved(services.sheets, book.workbook, [sources.sheet])) return MOVED;
      services.sheets.update(workbookId, [...before, ...after]);
    }
    return { due: dueIn(services, book), ...(folder === undefined ? {} : { folder }) };
  });
  if (!found) return undefined;
  dequeue(services.store, inLine.keys());
  if (looks) lookedAt(services.store, workbookId);
  return found;
}

/** Drive as it was when it was first asked, so that looking once more takes no time. */
function remembering(drive: DriveService): DriveService {
  const listed = new Map<string, readonly DriveFile[]>();
  const single = new Map<string, DriveFile>();
  return {
    documents: (folder) => kept(listed, folder, drive.documents),
    named: drive.named,
    document: (id) => kept(single, id, drive.document),
  };
}

function kept<T>(known: Map<string, T>, key: string, ask: (key: string) => T): T {
  const value = known.get(key) ?? ask(key);
  known.set(key, value);
  return value;
}

/** What this person has to read. */
export const dueIn = (services: Pick<Services, "person">, book: OpenWorkbook): readonly Due[] =>
  dueSources(
    book.edits("sources"),
    decisionsIn(book.edits("decisions").keyed(), book.team.rubric),
    engineStamp(book),
    readerOf(services),
  );
