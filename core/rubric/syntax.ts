/** The first place where a text stops being JSON. */
export interface SyntaxFault {
  /** UTF-16 offset in the text, from 0. */
  readonly offset: number;
  readonly problem: string;
  readonly remedy: string;
}

type Expecting = "value" | "value or end" | "name" | "name or end" | "colon" | "more";

const SPACE = /[ \t\r\n]*/y;
const SCALAR = /(?:true|false|null|-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?)(?![\w.+-])/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;

/**
 * Finds the first place where a text stops being JSON, and what to do there; `undefined` where all is well.
 * Engines word this each in their own way, most without a position, so they cannot be asked:
 * https://developer.mozilla.org/docs/Web/JavaScript/Reference/Errors/JSON_bad_parse
 */
export function findSyntaxFault(text: string): SyntaxFault | undefined {
  const open: number[] = [];
  let expecting: Expecting = "value";
  let at = skip(SPACE, text, 0);
  for (; at < text.length; at = skip(SPACE, text, at)) {
    const char = text.charAt(at);
    const inside = open.length ? text.charAt(open[open.length - 1] ?? 0) : "";
    if (expecting === "more") {
      if (!inside) return fault(at, "Something follows after the end.", "Remove what stands after the last brace.");
      if (char === ",") {
        expecting = inside === "{" ? "name" : "value";
        at += 1;
      } else if (char === closing(inside)) {
        open.pop();
        at += 1;
      } else return unexpected(text, at, expecting);
    } else if (expecting === "colon") {
      if (char !== ":") return unexpected(text, at, expecting);
      expecting = "value";
      at += 1;
    } else if (expecting.endsWith("or end") && char === closing(inside)) {
      open.pop();
      expecting = "more";
      at += 1;
    } else if (char === '"') {
      const end = stringEnd(text, at);
      if (typeof end !== "number") return end;
      at = end;
      expecting = expecting.startsWith("name") ? "colon" : "more";
    } else if (expecting.startsWith("name")) {
      return unexpected(text, at, expecting);
    } else if (char === "{" || char === "[") {
      open.push(at);
      expecting = char === "{" ? "name or end" : "value or end";
      at += 1;
    } else {
      const end = skip(SCALAR, text, at);
      if (end === at) return unexpected(text, at, expecting);
      at = end;
      expecting = "more";
    }
  }
  const last = open[open.length - 1];
  if (last === undefined) {
    return expecting === "more" ? undefined : fault(0, "The file is empty.", "Choose a rubric file with words in it.");
  }
  const bracket = text.charAt(last);
  return fault(
    last,
    `The ${bracket} that opens here is never closed.`,
    `Add ${closing(bracket)} where this part ends; perhaps the end of the file was cut off.`,
  );
}

/** Line and column of an offset, from 1. */
export function lineAndColumn(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset).split(/\r\n|\r|\n/);
  return { line: before.length, column: (before[before.length - 1] ?? "").length + 1 };
}

function skip(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return at + (pattern.exec(text)?.[0].length ?? 0);
}

function stringEnd(text: string, start: number): number | SyntaxFault {
  for (let at = start + 1; at < text.length; at += 1) {
    const char = text.charAt(at);
    if (char === '"') return at + 1;
    if (char === "\\") {
      const end = skip(ESCAPE, text, at);
      if (end === at) return fault(at, "A single backslash stands in a text.", "Remove it, or write two of them.");
      at = end - 1;
    } else if (char === "\t") {
      return fault(at, "A tab stands in a text.", "Put spaces in its place.");
    } else if (char < " ") {
      return fault(start, "The text that opens here is not closed on its line.", 'Add " at its end, on the same line.');
    }
  }
  return fault(start, "The text that opens here is never closed.", 'Add " at its end.');
}

function unexpected(text: string, at: number, expecting: Expecting): SyntaxFault {
  const char = text.charAt(at);
  if ("“”„‘’'«»`".includes(char)) {
    return fault(at, `A curly or single quote (${char}) stands here.`, 'Put a straight double quote (") in its place.');
  }
  if (char === "/" || char === "#") {
    return fault(at, "A remark stands here; this kind of file has no room for remarks.", "Remove it.");
  }
  if (char === "}" || char === "]") {
    if (expecting === "name" || (expecting === "value" && char === "]")) {
      return fault(at, `A comma stands before this ${char} with nothing after it.`, "Remove that comma.");
    }
    return fault(at, `A ${char} stands where it does not belong.`, "Look for a bracket or a value missing before it.");
  }
  if (char === "," && expecting !== "colon") return fault(at, "There is one comma too many here.", "Remove it.");
  if (expecting === "more") return fault(at, "A comma is missing before this.", "Add a comma after the entry above.");
  if (expecting === "colon")
    return fault(at, "A colon is missing before this.", "Add : between the name and its text.");
  return fault(
    at,
    `This cannot stand here: ${text.slice(at, at + 12).trim()}`,
    'Put the words in straight quotes (").',
  );
}

function closing(bracket: string): string {
  return bracket === "{" ? "}" : "]";
}

function fault(offset: number, problem: string, remedy: string): SyntaxFault {
  return { offset, problem, remedy };
}
