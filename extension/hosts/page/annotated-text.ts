import { ASK_TEXT, LONGEST_TEXT, TEXT } from "../message-names";
import type { Pristine } from "./pristine";
import { textPatch } from "./text-patch";

interface AnnotatedText {
  getText?: () => unknown;
  getSelection?: () => unknown;
}

interface EditorPage {
  readonly document: Document;
  _docs_annotate_canvas_by_ext?: string;
  _docs_annotate_getAnnotatedText?: unknown;
}

/** Milliseconds after which the editor is taken not to answer. */
const PATIENCE = 2500;

/**
 * Names the extension to the editor, which then gives its text, and hands that on when asked: whole the first time, then
 * what changed. Only reads: `setSelection` of the editor's own interface would move the caret and the page.
 */
export function offerAnnotatedText(page: EditorPage, id: string, { send, read, timeout, clear }: Pristine): void {
  const { document } = page;
  let known = "";
  let version = 0;
  page._docs_annotate_canvas_by_ext = id;

  const answer = (message: object) => send(document, TEXT, message);

  const ask = async (): Promise<AnnotatedText | undefined> => {
    const factory = page._docs_annotate_getAnnotatedText;
    if (typeof factory !== "function") return undefined;
    let timer = 0;
    const late = new Promise<undefined>((done) => {
      timer = timeout(() => done(undefined), PATIENCE);
    });
    try {
      // Asked anew each time: what was given before may be of a document that is no longer open.
      return ((await Promise.race([factory(id), late])) as AnnotatedText | null | undefined) ?? undefined;
    } catch {
      return undefined;
    } finally {
      clear(timer);
    }
  };

  const giveText = (annotated: AnnotatedText, question: number, have: number) => {
    const text = annotated.getText?.();
    if (typeof text !== "string" || text.length > LONGEST_TEXT) return answer({ kind: "none", question });
    if (have !== 0 && have === version) {
      if (text === known) return answer({ kind: "same", question });
      const patch = textPatch(known, text);
      known = text;
      return answer({ kind: "patch", question, version: ++version, ...patch, length: text.length });
    }
    known = text;
    return answer({ kind: "whole", question, version: ++version, text });
  };

  const giveCaret = (annotated: AnnotatedText, question: number) => {
    const selection = annotated.getSelection?.();
    const last: unknown = Array.isArray(selection) ? selection[selection.length - 1] : undefined;
    const offset = (last as { end?: unknown } | undefined)?.end;
    answer(typeof offset === "number" ? { kind: "caret", question, offset } : { kind: "none", question });
  };

  document.addEventListener(ASK_TEXT, async (event) => {
    const message = read(event);
    const question = message?.question;
    if (typeof question !== "number") return;
    try {
      const annotated = await ask();
      if (!annotated) answer({ kind: "none", question });
      else if (message?.caret === true) giveCaret(annotated, question);
      else giveText(annotated, question, typeof message?.have === "number" ? message.have : 0);
    } catch {
      answer({ kind: "none", question });
    }
  });
}
