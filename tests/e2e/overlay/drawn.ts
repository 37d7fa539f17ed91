import type { CDPSession, Page } from "playwright-core";
import type { ClientBox } from "../../replica/page/truth";
import { axeFindings, axeSource } from "../axe";

/** An underline as it is drawn now. Client pixels. */
export interface DrawnMark {
  readonly code: string;
  readonly line: number;
  readonly stance: string;
  /** Whether its line was asked for a moment ago. */
  readonly lit: boolean;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** A chip in the margin. */
export interface DrawnChip {
  readonly line: number;
  /** What is seen of it, and what is read out. */
  readonly text: string;
  readonly label: string;
  /** Whether it is wider than the margin. */
  readonly cut: boolean;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** All that is drawn over a page. */
export interface AllDrawn {
  readonly marks: readonly DrawnMark[];
  readonly chips: readonly DrawnChip[];
  /** Words of the card; empty where none is open. */
  readonly card: string;
  readonly cardBox?: ClientBox;
}

interface Context {
  readonly id: number;
  readonly origin: string;
  readonly auxData?: { readonly frameId?: string };
}

/** Runs in the extension's own world of the page: only there can the closed shadow root of its card be opened. */
const READ = `(() => {
  const hosts = [...document.querySelectorAll("[data-plumbline]")];
  const roots = hosts.map((host) => chrome.dom.openOrClosedShadowRoot(host)).filter(Boolean);
  const box = (element) => { const { left, top, right, bottom } = element.getBoundingClientRect(); return { left, top, right, bottom }; };
  const without = (element, css) => {
    const copy = element.cloneNode(true);
    for (const part of copy.querySelectorAll(css)) part.remove();
    return copy.textContent;
  };
  return {
    marks: roots.flatMap((root) => [...root.querySelectorAll("i[data-plumbline-code]")].map((mark) => ({
      code: mark.getAttribute("data-plumbline-code"),
      line: Number(mark.getAttribute("data-plumbline-line")),
      stance: mark.getAttribute("data-stance"),
      lit: mark.hasAttribute("data-lit"),
      ...box(mark),
    }))),
    chips: roots.flatMap((root) => [...root.querySelectorAll("button[data-plumbline-line]")].map((chip) => ({
      line: Number(chip.getAttribute("data-plumbline-line")),
      text: without(chip, "em"),
      label: without(chip, "[aria-hidden=true]"),
      cut: chip.scrollWidth > chip.clientWidth,
      ...box(chip),
    }))),
    card: roots.flatMap((root) => [...root.querySelectorAll(".card")].map((card) => card.innerText))[0] ?? "",
    cardBox: roots.flatMap((root) => [...root.querySelectorAll(".card")].map(box))[0],
  };
})()`;

/** Sees what the extension has drawn over a page, as a person would. */
export class Drawn {
  private constructor(
    private readonly session: CDPSession,
    private readonly contexts: readonly Context[],
    private readonly origin: string,
    private readonly frame: string,
  ) {}

  static async over(page: Page, extensionId: string): Promise<Drawn> {
    const session = await page.context().newCDPSession(page);
    const contexts: Context[] = [];
    session.on("Runtime.executionContextCreated", ({ context }) => contexts.push(context));
    session.on("Runtime.executionContextsCleared", () => contexts.splice(0));
    await session.send("Runtime.enable");
    const { frameTree } = await session.send("Page.getFrameTree");
    return new Drawn(session, contexts, `chrome-extension://${extensionId}`, frameTree.frame.id);
  }

  async read(): Promise<AllDrawn> {
    return (await this.evaluate(READ)) as AllDrawn;
  }

  async marks(): Promise<readonly DrawnMark[]> {
    return (await this.read()).marks;
  }

  /** Resolves with what is drawn once it is as wanted; throws with what it last was when too long has passed for the slowest machine. */
  async until(wanted: (drawn: AllDrawn) => boolean): Promise<AllDrawn> {
    const end = Date.now() + 45_000;
    for (;;) {
      const drawn = await this.read();
      if (wanted(drawn)) return drawn;
      if (Date.now() > end) throw new Error(`It did not come to what was wanted: ${JSON.stringify(drawn).slice(-600)}`);
      // The page is left alone for two frames.
      await this.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(0))))");
    }
  }

  /** How much of it moves by itself now. */
  async animations(): Promise<number> {
    return (await this.evaluate(`[...document.querySelectorAll("[data-plumbline]")]
      .flatMap((host) => chrome.dom.openOrClosedShadowRoot(host)?.getAnimations() ?? []).length`)) as number;
  }

  /** What axe finds in all that is drawn, the card included: axe is shown its closed shadow root as an open one. */
  async axe(): Promise<string[]> {
    await this.evaluate(`${axeSource};
      Object.defineProperty(Element.prototype, "shadowRoot", {
        configurable: true,
        get() { return this instanceof HTMLElement ? chrome.dom.openOrClosedShadowRoot(this) : null; },
      });
      0`);
    return (await this.evaluate(axeFindings('{ include: [["[data-plumbline]"]] }'))) as string[];
  }

  private async evaluate(expression: string): Promise<unknown> {
    const context = this.contexts.find(
      // The editor's frame for typing has one too, from when keys were first listened for in it.
      ({ origin, auxData }) => origin === this.origin && auxData?.frameId === this.frame,
    );
    if (!context) throw new Error("The extension has no script in this page.");
    const { result, exceptionDetails } = await this.session.send("Runtime.evaluate", {
      expression,
      contextId: context.id,
      returnByValue: true,
      awaitPromise: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  }
}
