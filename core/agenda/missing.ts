import type { Finding, QuestionView } from "./agenda-check";
import type { Context } from "./context";
import { sentence } from "./sentences";

/** What every meeting of this kind is expected to hold and this agenda does not promise. */
export function missing({ rubric, promised }: Context): Finding[] {
  return rubric.expected.flatMap(({ code, why }): Finding[] => {
    if (promised.has(code)) return [];
    const indicator = rubric.indicators.find((each) => each.code === code);
    if (!indicator) return [];
    return [
      {
        type: "missing",
        rule: "missing",
        indicators: [code],
        lines: [],
        message: sentence("missing", { title: indicator.title, code, why }),
      },
    ];
  });
}

/** The model's guiding questions, each with the items that answer it. */
export function questionsOf({ rubric, items }: Context): QuestionView[] {
  return rubric.questions.map(({ title, codes }) => {
    const answers = items.filter(({ promises }) => promises.some(({ indicator }) => codes.includes(indicator)));
    return {
      title,
      indicators: codes,
      lines: answers.map(({ line }) => line),
      minutes: answers.reduce((sum, { minutes = 0 }) => sum + minutes, 0),
      answered: answers.length > 0,
    };
  });
}
