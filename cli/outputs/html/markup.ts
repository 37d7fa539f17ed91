/** A piece of HTML that is safe to use as it is. */
export class Markup {
  constructor(readonly text: string) {}
}

type Value = string | number | undefined | false | Markup | readonly Markup[];

/** Builds HTML; every value that is not `Markup` is escaped, for text as well as for quoted attributes. */
export function html(strings: TemplateStringsArray, ...values: readonly Value[]): Markup {
  return new Markup(strings.map((string, index) => (index === 0 ? "" : rendered(values[index - 1])) + string).join(""));
}

function rendered(value: Value): string {
  if (value === undefined || value === false) return "";
  if (value instanceof Markup) return value.text;
  if (typeof value === "object") return value.map(({ text }) => text).join("");
  return String(value).replace(/[&<>"'`]/g, (character) => `&#${character.charCodeAt(0)};`);
}
