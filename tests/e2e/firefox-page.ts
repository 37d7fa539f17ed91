import type {} from "../replica/page/control";
import type { Bidi } from "./bidi";

interface Evaluated {
  readonly type: "success" | "exception";
  readonly result?: { readonly value?: string };
  readonly exceptionDetails?: { readonly text: string };
}

interface Node {
  readonly value: { readonly shadowRoot?: { readonly sharedId: string } | null };
}

interface Tree {
  readonly contexts: readonly { readonly children: readonly { readonly context: string }[] | null }[];
}

// Keys that are not themselves a character, as WebDriver writes them.
const KEYS: Readonly<Record<string, string>> = {
  Enter: "\ue007",
  Backspace: "\ue003",
  Delete: "\ue017",
  Tab: "\ue004",
  Escape: "\ue00c",
  Alt: "\ue00a",
  Shift: "\ue008",
  Control: "\ue009",
  ArrowLeft: "\ue012",
  ArrowUp: "\ue013",
  ArrowRight: "\ue014",
  ArrowDown: "\ue015",
  Home: "\ue011",
  End: "\ue010",
};

/** One tab of Firefox, with the few verbs that the tests of the main path need. */
export class FirefoxPage {
  constructor(
    private readonly bidi: Bidi,
    private readonly context: string,
  ) {}

  /** Runs a function in the page; arguments and result travel as JSON. */
  async evaluate<Args extends readonly unknown[], Result>(
    run: (...args: Args) => Result,
    ...args: Args
  ): Promise<Awaited<Result>> {
    const expression = `(async () => JSON.stringify(await (${run})(...${JSON.stringify(args)})) ?? "null")()`;
    const given = { expression, target: { context: this.context }, awaitPromise: true };
    return resultOf<Awaited<Result>>(await this.bidi.send<Evaluated>("script.evaluate", given));
  }

  /** Runs a function on the shadow roots, closed ones too, of what a selector names; results travel as JSON. */
  async shadowRoots<Result>(css: string, run: (root: ShadowRoot) => Result): Promise<Result[]> {
    const { nodes } = await this.bidi.send<{ nodes: readonly Node[] }>("browsingContext.locateNodes", {
      context: this.context,
      locator: { type: "css", value: css },
      serializationOptions: { includeShadowTree: "all", maxDomDepth: 1 },
    });
    const results = nodes.map(async ({ value: { shadowRoot } }): Promise<Result[]> => {
      if (!shadowRoot) return [];
      const functionDeclaration = `(root) => JSON.stringify((${run})(root))`;
      const given = { functionDeclaration, arguments: [{ sharedId: shadowRoot.sharedId }], awaitPromise: true };
      const target = { context: this.context };
      return [resultOf(await this.bidi.send<Evaluated>("script.callFunction", { ...given, target }))];
    });
    return (await Promise.all(results)).flat();
  }

  settled(): Promise<void> {
    return this.evaluate(() => window.__replica.settled());
  }

  /** Waits, frame by frame, until a function of the page gives something true. */
  waitFor<Args extends readonly unknown[]>(condition: (...args: Args) => unknown, ...args: Args): Promise<void> {
    const frames = `async (...args) => { while (!(await (${condition})(...args))) await new Promise(requestAnimationFrame); }`;
    return this.evaluate(`${frames}` as unknown as (...args: Args) => Promise<void>, ...args);
  }

  /** Types into the event iframe of the replica. */
  async type(text: string): Promise<void> {
    await this.keys([...text], await this.typingContext());
    await this.settled();
  }

  /** Presses one key by its name, with others held down as in "Alt+Shift+J", in the replica. */
  async press(keys: string): Promise<void> {
    await this.chord(keys, await this.typingContext());
    await this.settled();
  }

  /** Presses a key in the page itself, as on one of the extension. */
  pressHere(keys: string): Promise<void> {
    return this.chord(keys, this.context);
  }

  /** Brings the tab to the front. */
  async activate(): Promise<void> {
    await this.bidi.send("browsingContext.activate", { context: this.context });
  }

  /** Clicks, as with a mouse, in the middle of the first element that a selector finds. */
  async click(css: string): Promise<void> {
    const [x, y] = await this.evaluate((selector) => {
      const element = document.querySelector(selector);
      if (!element) throw new Error(`There is no ${selector}.`);
      element.scrollIntoView({ block: "center" });
      const { left, top, width, height } = element.getBoundingClientRect();
      return [Math.round(left + width / 2), Math.round(top + height / 2)] as const;
    }, css);
    const actions = [
      { type: "pointerMove", x, y },
      { type: "pointerDown", button: 0 },
      { type: "pointerUp", button: 0 },
    ];
    await this.bidi.send("input.performActions", {
      context: this.context,
      actions: [{ type: "pointer", id: "mouse", actions }],
    });
  }

  async reload(): Promise<void> {
    await this.bidi.send("browsingContext.reload", { context: this.context, wait: "complete" });
  }

  async close(): Promise<void> {
    await this.bidi.send("browsingContext.close", { context: this.context });
  }

  /** A picture of the tab, PNG. */
  async screenshot(): Promise<Buffer> {
    const { data } = await this.bidi.send<{ data: string }>("browsingContext.captureScreenshot", {
      context: this.context,
    });
    return Buffer.from(data, "base64");
  }

  private keys(values: readonly string[], context: string): Promise<void> {
    const actions = values.flatMap((value) => [down(value), up(value)]);
    return this.perform(actions, context);
  }

  private chord(keys: string, context: string): Promise<void> {
    const values = keys.split("+").map((key) => KEYS[key] ?? key);
    return this.perform([...values.map(down), ...values.reverse().map(up)], context);
  }

  private async perform(actions: readonly object[], context: string): Promise<void> {
    await this.bidi.send("input.performActions", { context, actions: [{ type: "key", id: "keyboard", actions }] });
  }

  /** Keys go to the frame that they are sent to, so they must be sent to the one that has the keyboard. */
  private async typingContext(): Promise<string> {
    const tree = await this.bidi.send<Tree>("browsingContext.getTree", { root: this.context });
    return tree.contexts[0]?.children?.[0]?.context ?? this.context;
  }
}

const down = (value: string) => ({ type: "keyDown", value });
const up = (value: string) => ({ type: "keyUp", value });

function resultOf<Value>({ type, result, exceptionDetails }: Evaluated): Value {
  if (type !== "success") throw new Error(exceptionDetails?.text ?? "The page threw.");
  return JSON.parse(result?.value ?? "null") as Value;
}
