import { type ComponentChild, render } from "preact";
import { OWN } from "../hosts/watch-pages";
import theme from "../theme.css?inline";
import style from "./card.css?inline";

/** CSS pixels between the words and the card, and between the card and the window's edge. */
const GAP = 6;
const EDGE = 8;

/** The one place over the page where a card can be shown, behind a closed shadow root. */
export class CardPlace {
  readonly host = document.createElement("div");
  private readonly content = document.createElement("div");
  private before: HTMLElement | undefined;
  open = false;

  constructor() {
    this.host.setAttribute(OWN, "card");
    this.host.style.cssText = "all:initial;position:fixed;z-index:2147483000;left:0;top:0;visibility:hidden";
    const root = this.host.attachShadow({ mode: "closed" });
    const sheet = document.createElement("style");
    sheet.textContent = theme.replaceAll(":root", ":host") + style;
    root.append(sheet, this.content);
    // What is done in the card is no business of the editor.
    for (const name of [
      "keydown",
      "keyup",
      "keypress",
      "mousedown",
      "mouseup",
      "pointerdown",
      "pointerup",
      "click",
      "wheel",
    ])
      this.host.addEventListener(name, (event) => event.stopPropagation());
  }

  /** Shows the card below some words, or above where there is more room; always in the window. */
  show(card: ComponentChild, words: DOMRect, focused: boolean): void {
    if (focused && document.activeElement !== this.host) this.before = focusedIn(document);
    if (!this.host.isConnected) document.body.append(this.host);
    render(card, this.content);
    const { width, height } = this.content.getBoundingClientRect();
    const below = words.bottom + GAP;
    const lowest = innerHeight - height - EDGE;
    // Words that are out of view have their card at the window's edge.
    const top = Math.max(EDGE, Math.min(lowest, below <= lowest ? below : words.top - GAP - height));
    const left = Math.max(EDGE, Math.min(words.left, innerWidth - width - EDGE));
    this.host.style.left = `${Math.round(left)}px`;
    this.host.style.top = `${Math.round(top)}px`;
    this.host.style.visibility = "visible";
    this.open = true;
    // At once: the next key is meant for the card.
    if (focused && document.activeElement !== this.host)
      this.content.querySelector<HTMLElement>(".card")?.focus({ preventScroll: true });
  }

  /** Hides it, and gives the keyboard back to whatever had it. */
  hide(): void {
    if (!this.open) return;
    this.open = false;
    const hadFocus = document.activeElement === this.host;
    render(null, this.content);
    this.host.style.visibility = "hidden";
    this.host.remove();
    if (hadFocus) this.before?.focus({ preventScroll: true });
    this.before = undefined;
  }
}

/** What has the keyboard: the editor hears keys in a frame, and focusing the frame alone would not give them back. */
function focusedIn(page: Document): HTMLElement | undefined {
  const focused = page.activeElement;
  const inner = focused?.tagName === "IFRAME" ? (focused as HTMLIFrameElement).contentDocument : undefined;
  return (inner?.activeElement ?? focused ?? undefined) as HTMLElement | undefined;
}
