/** The two ways to deploy the add-on, chosen when it is built. */
export type Mode = "public" | "organisation";

/** Set by the build. */
declare const PLUMBLINE_MODE: Mode;

/** Which of them this is. */
export const mode: Mode = typeof PLUMBLINE_MODE === "undefined" ? "public" : PLUMBLINE_MODE;
