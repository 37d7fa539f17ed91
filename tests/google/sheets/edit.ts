import type { Call } from "../api/method";
import { text } from "../api/method";
import { editorsOf, ownerOf } from "../drive/stored-file";
import { type Book, copyOf } from "./book";
import type { Editor } from "./protection";
import type { ReadOptions } from "./read-values";
import type { DateTimeOption, ValueOption } from "./render";

/** Opens a spreadsheet for reading, or Google's 404 or 403. */
export function readBook({ workspace, caller, parameters }: Call<unknown>): Book {
  const id = text(parameters, "spreadsheetId");
  workspace.open(caller, "sheets", id, false);
  return workspace.books.get(id) as Book;
}

/** Changes a spreadsheet all or not at all: what the change throws leaves the spreadsheet as it was. */
export function editBook<T>(call: Call<unknown>, change: (book: Book, editor: Editor) => T): T {
  const { workspace, caller, parameters } = call;
  const id = text(parameters, "spreadsheetId");
  const file = workspace.open(caller, "sheets", id, true);
  const book = copyOf(workspace.books.get(id) as Book);
  const answer = change(book, {
    user: caller.user,
    isOwner: ownerOf(file) === caller.user,
    editors: editorsOf(file),
  });
  workspace.books.set(id, book);
  workspace.touch(id, caller.user);
  if (book.properties.title !== file.name) workspace.change(id, () => ({ name: book.properties.title ?? "" }));
  return answer;
}

/** How a read wants its values, from the words of a request; Google's defaults where it says nothing. */
export function readOptions(
  call: Call<unknown>,
  asked: {
    readonly value?: unknown;
    readonly dates?: unknown;
    readonly dimension?: unknown;
  },
): ReadOptions {
  return {
    value: (asked.value as ValueOption | undefined) ?? "FORMATTED_VALUE",
    dates: (asked.dates as DateTimeOption | undefined) ?? "SERIAL_NUMBER",
    columns: asked.dimension === "COLUMNS",
    evaluate: call.workspace.evaluate,
  };
}
