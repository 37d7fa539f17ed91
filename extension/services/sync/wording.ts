import type { SyncTrouble } from "../../db";
import type { Authorized } from "./sign-in/authorize";

/** What a person can do about a trouble, in words for a teacher. Nothing is lost in any of them. */
export const TROUBLE_WORDS: Readonly<
  Record<SyncTrouble, { readonly title: string; readonly steps: readonly string[] }>
> = {
  "sign in": {
    title: "Google asks you to sign in again.",
    steps: ["Press “Sign in with Google”. What you decided waits here until then."],
  },
  absent: {
    title: "Plumbline cannot open this workbook under your account yet.",
    steps: [
      "Open the workbook in Google Sheets. If it was deleted, ask its owner, or make a new one below.",
      "There, open the Plumbline add-on at the right edge and press “Allow for this spreadsheet”.",
      "Copy the link of the workbook, paste it below and press “Use this workbook”.",
    ],
  },
  forbidden: {
    title: "You may not write in this workbook.",
    steps: [
      "Ask the colleague who owns the workbook to share it with you as an editor.",
      "If they did already, your school may not allow Plumbline; its administrator can.",
      "Then press “Send now”.",
    ],
  },
  "no sheet": {
    title: "This spreadsheet has no Decisions sheet.",
    steps: ["Press “Add the Decisions sheet” if this is your team's workbook, or paste the link of the right one."],
  },
  columns: {
    title: "The Decisions sheet has lost one of Plumbline's columns.",
    steps: [
      "In the workbook, take the deletion back (Edit, Undo, or File, Version history), or press “Refresh” in the Plumbline add-on.",
      "Then press “Send now”.",
    ],
  },
  refused: {
    title: "Google did not take the decisions.",
    steps: [
      "Look whether the workbook is full or the Decisions sheet is protected.",
      "Then press “Send now”. Until then you can copy the decisions and paste them by hand.",
    ],
  },
};

/** Why signing in did not work, and what to do. */
export const SIGN_IN_WORDS: Readonly<Record<Extract<Authorized, { ok: false }>["why"], string>> = {
  declined: "You are not signed in; nothing was changed. You can sign in whenever you like.",
  unticked:
    "You are not signed in: the box for files was left empty. Plumbline needs it to write into the one workbook that you choose. Sign in again and tick it.",
  "needs a person": "Google did not sign you in. Try again, and choose your school account if there are several.",
  "not ours": "What came back was no answer to this question, so it was not used. Try again.",
  offline: "Google could not be reached. Try again when you are online.",
};
