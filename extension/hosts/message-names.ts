/**
 * What the two scripts in the page say to each other: JSON in the detail of events that any script of the page can see
 * and forge. So nothing here is trusted: it is checked, bounded, and can do no more than change what is shown.
 */
export const ASK_TEXT = "plumbline:ask-text";
export const TEXT = "plumbline:text";
export const ASK_PAINT = "plumbline:ask-paint";
export const PAINT = "plumbline:paint";
export const PAINTED = "plumbline:painted";

/** Longest text that is read, in UTF-16 units: several times the longest document that the editor takes. */
export const LONGEST_TEXT = 6_000_000;
