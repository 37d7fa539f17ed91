/** Told of each meeting that a reader has read, of how many. */
export type Progress = (what: string, done: number, of: number) => void;

/** Work on this many meetings or fewer is done before anybody wonders. */
const SHORT = 10;

/** Writes how far the work is: over itself in a terminal, else one line for each piece of work. */
export function progressTo(stream: { readonly isTTY?: boolean; write(text: string): unknown }): Progress {
  let shown = "";
  return (what, done, of) => {
    if (of <= SHORT) return;
    if (stream.isTTY) stream.write(`\r${what}: ${done} of ${of} meetings${done === of ? "\n" : ""}`);
    else if (shown !== what) stream.write(`${what}: ${of} meetings …\n`);
    shown = what;
  };
}
