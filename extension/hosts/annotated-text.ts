import { ASK_TEXT, TEXT } from "./message-names";
import { readMessage, type TextAnswer, type TextQuestion, textAnswers } from "./messages";

/** Milliseconds after which the script in the page is taken to be gone. */
const PATIENCE = 4000;

/** The editor's own text, as the script in the page hands it on. */
export interface AnnotatedText {
  /** What changed since the last reading that fitted; `whole` the first time and after `forget`. */
  read(): Promise<TextAnswer>;
  /** Offset of the caret in the text; `undefined` where the page does not tell. */
  caret(): Promise<number | undefined>;
  /** Asks for the whole text the next time. */
  forget(): void;
}

/** Asks the script in the page; a question that gets no answer in time is answered `none`. */
export function createAnnotatedText(document: Document, signal: AbortSignal): AnnotatedText {
  const waiting = new Map<number, (answer: TextAnswer) => void>();
  let question = 0;
  let have = 0;

  document.addEventListener(
    TEXT,
    (event) => {
      const answer = readMessage<(typeof textAnswers)[number]>(event, ...textAnswers);
      if (answer) waiting.get(answer.question)?.(answer);
    },
    { signal },
  );

  const ask = (about: Omit<TextQuestion, "question">) =>
    new Promise<TextAnswer>((resolve) => {
      const own = ++question;
      const done = (answer: TextAnswer) => {
        clearTimeout(timer);
        waiting.delete(own);
        resolve(answer);
      };
      const timer = setTimeout(() => done({ kind: "none", question: own }), PATIENCE);
      waiting.set(own, done);
      document.dispatchEvent(new CustomEvent(ASK_TEXT, { detail: JSON.stringify({ question: own, ...about }) }));
    });

  return {
    read: async () => {
      const answer = await ask({ have });
      if (answer.kind === "whole" || answer.kind === "patch") have = answer.version;
      return answer;
    },
    caret: async () => {
      const answer = await ask({ have, caret: true });
      return answer.kind === "caret" ? answer.offset : undefined;
    },
    forget: () => {
      have = 0;
    },
  };
}
