/** Everything the panel can do, by name, with the key that does it unless a person chose another. */
export const KEYS = {
  nextLine: { key: "j", does: "Next line", group: "Move" },
  previousLine: { key: "k", does: "Line before", group: "Move" },
  nextSuggestion: { key: "n", does: "Next suggestion that nobody has answered", group: "Move" },
  previousSuggestion: { key: "p", does: "Suggestion before", group: "Move" },
  reveal: { key: "v", does: "Show this line in the document", group: "Move" },
  caret: { key: "c", does: "Go to the line where the cursor is in the document, and add a tag", group: "Move" },
  accept: { key: "a", does: "Agree with this suggestion", group: "Decide" },
  acceptAll: { key: "A", does: "Agree with every suggestion in the list", group: "Decide" },
  reject: { key: "r", does: "Not here", group: "Decide" },
  add: { key: "t", does: "Add a tag to this line", group: "Decide" },
  stance: { key: "s", does: "Change how it shows: evidenced, planned, found missing", group: "Decide" },
  note: { key: "o", does: "Write a note", group: "Decide" },
  undo: { key: "u", does: "Take back", group: "Decide" },
  redo: { key: "y", does: "Do again", group: "Decide" },
  search: { key: "/", does: "Search", group: "Look" },
  dimension: { key: "d", does: "Next dimension, then all again", group: "Look" },
  kind: { key: "f", does: "Found, worth a look, not answered, answered, all", group: "Look" },
  stanceFilter: { key: "e", does: "Evidenced, planned, found missing, all", group: "Look" },
  untagged: { key: "w", does: "Lines without tags too", group: "Look" },
  onlyNew: { key: "i", does: "Only what is new since you last looked", group: "Look" },
  seen: { key: "I", does: "I have seen what is new", group: "Look" },
  clear: { key: "x", does: "Show everything again", group: "Look" },
  lines: { key: "l", does: "The lines", group: "Look" },
  map: { key: "m", does: "The map of practices", group: "Look" },
  agenda: { key: "g", does: "The agenda check, where the document is an agenda", group: "Look" },
  lost: { key: "b", does: "Decisions that lost their line", group: "Look" },
  meeting: { key: "M", does: "Next meeting in this document", group: "Look" },
  marks: { key: "h", does: "Hide or show the marks in the document", group: "More" },
  copy: { key: "z", does: "Copy the decisions for the team's workbook", group: "More" },
  settings: { key: ",", does: "Settings", group: "More" },
  help: { key: "?", does: "These keys", group: "More" },
} as const;

/** The browser's own keys, for what has none of its own: cells of the map, items of an agenda, several dimensions at once. */
export const EVERYWHERE_KEYS = [
  { keys: "Tab", does: "Next of all buttons, links, map cells and fields; with Shift, the one before" },
  { keys: "Enter", does: "Press the one that has the frame" },
  { keys: "Esc", does: "Leave what is open" },
] as const;

/** Keys that work in the document; the browser's own page of shortcuts can change those that it hears itself. */
export const DOCUMENT_KEYS = [
  { keys: "Alt Shift P", does: "Open or close the panel" },
  { keys: "Alt Shift H", does: "Hide or show the marks" },
  { keys: "Alt Shift J", does: "Show the tags of the line at the cursor, then those of the next line" },
] as const;

/** Keys on the card that shows the tags of a line. */
export const CARD_KEYS = [
  { keys: "a", does: "Agree" },
  { keys: "r", does: "Not here" },
  { keys: "s", does: "Change how it shows, then 1 to 3" },
  { keys: "u", does: "Take back what you said" },
  { keys: "n", does: "Next line with tags" },
  { keys: "p", does: "Line before" },
  { keys: "← →", does: "Other tags of the line" },
  { keys: "Esc", does: "Back to the text" },
] as const;

/** Keys of the agenda check. */
export const AGENDA_KEYS = [
  { keys: "1 … 9", does: "Copy the item with this number, to paste it into the agenda" },
] as const;

/** Something the panel can do. */
export type Action = keyof typeof KEYS;

/** All actions, in the order in which they are listed. */
export const ACTIONS = Object.keys(KEYS) as Action[];

/** Keys by action, with those that a person chose laid over the ones shipped. */
export function keysInUse(own: Readonly<Record<string, string>>): Readonly<Record<Action, string>> {
  return Object.fromEntries(ACTIONS.map((action) => [action, own[action] || KEYS[action].key])) as Record<
    Action,
    string
  >;
}

/** Actions that a key is already given to, other than `action` itself. */
export function sharedWith(own: Readonly<Record<string, string>>, action: Action, key: string): Action[] {
  const keys = keysInUse(own);
  return ACTIONS.filter((other) => other !== action && keys[other] === key);
}

/** A key as it is printed: a capital is pressed together with Shift; without letter keys, everything with Alt. */
export function keyName(key: string, letters = true): string {
  const named = /^\p{Lu}$/u.test(key) ? `Shift ${key}` : key;
  return letters ? named : `Alt ${named}`;
}

/** What of a key press matters. */
export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

/** The action of a key press. With `letters` off, only what is pressed together with Alt counts. */
export function actionFor(
  press: KeyPress,
  keys: Readonly<Record<Action, string>>,
  letters: boolean,
): Action | undefined {
  if (press.ctrlKey || press.metaKey) {
    if (press.altKey || press.key.toLowerCase() !== "z") return undefined;
    return press.shiftKey ? "redo" : "undo";
  }
  if (press.altKey === letters) return undefined;
  return ACTIONS.find((action) => keys[action] === press.key);
}
