import { ApiError, NotFaked } from "../api/api-error";
import { ownerOf, type StoredFile } from "./stored-file";

/** Whether a file is one that a search asks for. */
export type Test = (file: StoredFile, user: string) => boolean;

const invalidQuery = () => new ApiError("INVALID_ARGUMENT", "Invalid Value", "invalid");
const TOKEN = /\s*(?:('(?:\\.|[^'\\])*')|([A-Za-z]+)|(!=|<=|>=|=|<|>|\(|\)|\{|\}))/y;

function tokensOf(query: string): readonly string[] {
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  for (let last = 0; query.slice(last).trim() !== ""; last = TOKEN.lastIndex) {
    TOKEN.lastIndex = last;
    const match = TOKEN.exec(query);
    if (!match) throw invalidQuery();
    tokens.push(match[1] ?? match[2] ?? match[3] ?? "");
  }
  return tokens;
}

const isText = (token: string): boolean => token.startsWith("'");
const textOf = (token: string): string => token.slice(1, -1).replace(/\\(.)/g, "$1");

function timeTest(field: "modifiedTime" | "createdTime", operator: string, text: string): Test {
  const wanted = Date.parse(/(Z|[+-]\d\d:\d\d)$/.test(text) ? text : `${text}Z`);
  if (Number.isNaN(wanted)) throw invalidQuery();
  const compare: Record<string, (time: number) => boolean> = {
    "<": (time) => time < wanted,
    "<=": (time) => time <= wanted,
    "=": (time) => time === wanted,
    "!=": (time) => time !== wanted,
    ">": (time) => time > wanted,
    ">=": (time) => time >= wanted,
  };
  const test = compare[operator];
  if (!test) throw invalidQuery();
  return (file) => test(file[field]);
}

/** `contains` looks at the beginnings of words only, as Drive documents it. */
const containsWord = (name: string, text: string): boolean =>
  name
    .toLowerCase()
    .split(/[\s_\-.]+/)
    .some((_, index, words) => words.slice(index).join(" ").startsWith(text.toLowerCase()));

function comparison(field: string, operator: string, value: string): Test {
  if (field === "trashed" || field === "starred") {
    if (operator !== "=" && operator !== "!=") throw invalidQuery();
    if (value !== "true" && value !== "false") throw invalidQuery();
    return (file) => (file[field] === (value === "true")) === (operator === "=");
  }
  if (!isText(value)) throw invalidQuery();
  const text = textOf(value);
  if (field === "modifiedTime" || field === "createdTime") return timeTest(field, operator, text);
  if (field === "name" || field === "mimeType") {
    if (operator === "=") return (file) => file[field] === text;
    if (operator === "!=") return (file) => file[field] !== text;
    if (operator === "contains") {
      return field === "name" ? (file) => containsWord(file.name, text) : (file) => file.mimeType.startsWith(text);
    }
    throw invalidQuery();
  }
  throw new NotFaked(`Searching Drive by ${field}`);
}

/** Reads the part of Drive's search language that is faked; what Drive would not take is a 400. */
export function readQuery(query: string): Test {
  const tokens = tokensOf(query);
  let place = 0;
  const next = (): string => {
    const token = tokens[place++];
    if (token === undefined) throw invalidQuery();
    return token;
  };
  const expect = (wanted: string): void => {
    if (next() !== wanted) throw invalidQuery();
  };

  function term(): Test {
    const first = next();
    if (first === "(") {
      const inner = any();
      expect(")");
      return inner;
    }
    if (first === "not") {
      const inner = term();
      return (file, user) => !inner(file, user);
    }
    if (isText(first)) {
      expect("in");
      return membership(textOf(first), next());
    }
    if (first === "sharedWithMe") return (file, user) => ownerOf(file) !== user;
    const operator = next();
    if (operator !== "has") return comparison(first, operator, next());
    if (first !== "properties" && first !== "appProperties") throw invalidQuery();
    for (const wanted of ["{", "key", "="]) expect(wanted);
    const key = textOf(next());
    for (const wanted of ["and", "value", "="]) expect(wanted);
    const value = textOf(next());
    expect("}");
    return (file) => file[first]?.[key] === value;
  }

  function membership(value: string, list: string): Test {
    const people = (role: (file: StoredFile) => readonly string[]): Test => {
      return (file, user) => role(file).includes(value === "me" ? user : value);
    };
    if (list === "parents") return (file) => file.parents.includes(value);
    if (list === "owners") return people((file) => [ownerOf(file)]);
    if (list !== "writers" && list !== "readers") throw invalidQuery();
    return people((file) =>
      file.permissions
        .filter(({ role }) => list === "readers" || role === "writer" || role === "owner")
        .flatMap(({ emailAddress }) => emailAddress ?? []),
    );
  }

  // Drive reads `and` and `or` from left to right, without one binding closer.
  function any(): Test {
    let left = term();
    while (tokens[place] === "and" || tokens[place] === "or") {
      const [a, both, b] = [left, next() === "and", term()];
      left = both ? (file, user) => a(file, user) && b(file, user) : (file, user) => a(file, user) || b(file, user);
    }
    return left;
  }

  const test = any();
  if (place !== tokens.length) throw invalidQuery();
  return test;
}
