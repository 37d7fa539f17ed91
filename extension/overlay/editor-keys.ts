/** With Alt and Shift, shows the card (see `DOCUMENT_KEYS`); by its place on the keyboard, as with Alt letters differ by layout. */
const CARD_KEY = "KeyJ";

const TYPING = "iframe.docs-texteventtarget-iframe";

/** Hears keys in the editor: they are pressed in a frame of its own. */
export class EditorKeys {
  private frame: Document | undefined;

  constructor(
    private readonly page: Document,
    private readonly pressed: (name: "card" | "text") => void,
    private readonly signal: AbortSignal,
  ) {
    page.addEventListener("keydown", this.hear, { capture: true, signal });
    // The frame can be loaded anew; the window loses the focus when the frame takes it.
    page.addEventListener("load", () => this.find(), { capture: true, signal });
    page.defaultView?.addEventListener("blur", () => this.find(), { signal });
  }

  /** Looks for the frame. */
  find(): void {
    const found = this.page.querySelector<HTMLIFrameElement>(TYPING)?.contentDocument ?? undefined;
    if (!found || found === this.frame) return;
    this.frame = found;
    found.addEventListener("keydown", this.hear, { capture: true, signal: this.signal });
  }

  private readonly hear = (event: KeyboardEvent): void => {
    // Asked one by one, as most keys are no shortcut. Keys that no one pressed come from scripts.
    if (!event.altKey || !event.shiftKey || event.ctrlKey || event.metaKey || event.code !== CARD_KEY) {
      if (event.isTrusted) this.pressed("text");
      return;
    }
    if (!event.isTrusted) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    this.pressed("card");
  };
}
