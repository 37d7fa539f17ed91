import type { Api, ApiMethod } from "../api/method";
import { docsApi } from "../docs/docs-api";
import { driveApi } from "../drive/drive-api";
import { sheetsApi } from "../sheets/sheets-api";

export interface Route {
  readonly api: Api;
  readonly name: string;
  readonly method: ApiMethod;
  readonly pattern: RegExp;
  readonly names: readonly string[];
}

/** A path as a pattern: only a range may hold a colon, which otherwise begins a method's own verb. */
function patternOf(path: string): { readonly pattern: RegExp; readonly names: readonly string[] } {
  const names: string[] = [];
  const source = path.replace(/\{(\w+)\}|[.*+?^$()|[\]\\]/g, (part, name?: string) => {
    if (name === undefined) return `\\${part}`;
    names.push(name);
    return name === "range" ? "([^/]+)" : "([^/:]+)";
  });
  return { pattern: new RegExp(`^${source}$`), names };
}

const routes: readonly Route[] = [sheetsApi, docsApi, driveApi]
  .flatMap((api) =>
    Object.entries(api.methods).map(([name, method]) => ({ api, name, method, ...patternOf(method.path) })),
  )
  // A path with a verb after its last colon goes before one that would take the verb for part of a range.
  .sort((a, b) => Number(/\}:\w+$/.test(b.method.path)) - Number(/\}:\w+$/.test(a.method.path)));

/** The method behind a request and the parameters in its path, or undefined where Google has nothing there. */
export function routeOf(verb: string, path: string): { route: Route; given: Record<string, string> } | undefined {
  for (const route of routes) {
    if (route.method.verb !== verb) continue;
    const match = route.pattern.exec(path);
    if (!match) continue;
    try {
      const given = route.names.map((name, index) => [name, decodeURIComponent(match[index + 1] ?? "")]);
      return { route, given: Object.fromEntries(given) as Record<string, string> };
    } catch {
      return undefined;
    }
  }
  return undefined;
}
