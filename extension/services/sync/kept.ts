import { storage } from "wxt/utils/storage";
import type { HeldToken } from "./sign-in/session";
import type { ChosenWorkbook } from "./workbook/choose-workbook";

/** Whose Google account decisions go through; `null` while nobody is signed in. */
export const account = storage.defineItem<{ readonly address: string } | null>("local:account", {
  fallback: null,
});

/** The team's workbook; `null` while none is chosen. */
export const workbook = storage.defineItem<ChosenWorkbook | null>("local:workbook", { fallback: null });

/** Gone when the browser closes. */
export const heldToken = storage.defineItem<HeldToken | null>("session:token", { fallback: null });
