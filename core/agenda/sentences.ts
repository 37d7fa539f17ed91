import sentences from "./sentences.json" with { type: "json" };

/** A sentence of `sentences.json`, with what stands in braces filled in. */
export const sentence = (name: keyof typeof sentences, values: Readonly<Record<string, unknown>> = {}): string =>
  sentences[name].replace(/\{(\w+)\}/g, (_, key: string) => String(values[key]));
