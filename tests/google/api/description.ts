import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import ts from "typescript";

/** What a field may hold, as Google's API description says it. */
export type Shape =
  | { readonly kind: "string" | "number" | "boolean" | "any" }
  | { readonly kind: "list" | "map"; readonly of: Shape }
  | { readonly kind: "message"; readonly name: string };

/** The messages of one API by name, each with its fields. */
export type Messages = ReadonlyMap<string, ReadonlyMap<string, Shape>>;
/** An API's messages, read when they are first needed. */
export type Description = () => Messages;

const PRIMITIVES: Partial<Record<ts.SyntaxKind, Shape>> = {
  [ts.SyntaxKind.StringKeyword]: { kind: "string" },
  [ts.SyntaxKind.NumberKeyword]: { kind: "number" },
  [ts.SyntaxKind.BooleanKeyword]: { kind: "boolean" },
  [ts.SyntaxKind.AnyKeyword]: { kind: "any" },
};

function shapeOf(type: ts.TypeNode): Shape {
  const primitive = PRIMITIVES[type.kind];
  if (primitive) return primitive;
  if (ts.isArrayTypeNode(type)) return { kind: "list", of: shapeOf(type.elementType) };
  if (ts.isTypeReferenceNode(type)) {
    const name = ts.isIdentifier(type.typeName) ? type.typeName : type.typeName.right;
    const [item] = type.typeArguments ?? [];
    if (name.text === "Array" && item) return { kind: "list", of: shapeOf(item) };
    return { kind: "message", name: name.text.replace("Schema$", "") };
  }
  if (ts.isParenthesizedTypeNode(type)) return shapeOf(type.type);
  if (ts.isUnionTypeNode(type)) {
    const [first] = type.types.filter(
      (part) => !(ts.isLiteralTypeNode(part) || part.kind === ts.SyntaxKind.NullKeyword),
    );
    if (first) return shapeOf(first);
  }
  if (ts.isTypeLiteralNode(type)) {
    const [member] = type.members;
    if (member && ts.isIndexSignatureDeclaration(member)) return { kind: "map", of: shapeOf(member.type) };
  }
  return { kind: "any" };
}

const nameOf = (name: ts.PropertyName): string => (ts.isComputedPropertyName(name) ? "" : name.text);

/**
 * Reads an API's messages and parameters out of the declarations that Google generates from its published description,
 * so that no field is allowed here which Google does not have.
 */
export function descriptionIn(declarations: string): Description {
  let known: Messages | undefined;
  return () => {
    known ??= readMessages(declarations);
    return known;
  };
}

function readMessages(declarations: string): Messages {
  const path = createRequire(import.meta.url).resolve(declarations);
  const source = ts.createSourceFile(path, readFileSync(path, "utf8"), ts.ScriptTarget.ES2022);
  const messages = new Map<string, Map<string, Shape>>();
  const visit = (node: ts.Node): void => {
    if (ts.isInterfaceDeclaration(node)) {
      const fields = node.members
        .filter(ts.isPropertySignature)
        .flatMap((member): [string, Shape][] => (member.type ? [[nameOf(member.name), shapeOf(member.type)]] : []));
      messages.set(node.name.text.replace("Schema$", ""), new Map(fields));
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return messages;
}
