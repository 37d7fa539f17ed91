/** Characters of a line, of its heading and of the line before it; what is longer is left to the compact reader. */
export const MOST_CHARACTERS = 20_000;

/** Lines in one message: handing more over at once would be felt in the page. */
export const MOST_LINES = 250;
