/**
 * Of 100 suggestions, how many are what people say; of 100 practices that people see, how many are noticed. On meetings that neither
 * reader had seen: the first table of `deep-reader/README.md`, which a test holds these to.
 */
export const FIGURES = { compact: { right: 57, noticed: 46 }, deep: { right: 70, noticed: 59 } } as const;
