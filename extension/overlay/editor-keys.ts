/** The keys that the overlay answers in the document. `key` as `KeyboardEvent.code` names it: with Alt, letters differ by layout. */
export const OVERLAY_KEYS = {
  card: { code: "KeyJ", text: "Alt+Shift+J", does: "Show the tags of the line at the cursor; again: of the next line" },
} as const;

const TYPING = "iframe.docs-texteventtarget-iframe";

/** Hears keys in the editor: they are pressed in a frame of its own. */
export class EditorKeys {
  private frame: Document | undefined;

  constructor(
    private readonly page: Document,
    private readonly pressed: (name: keyof typeof OVERLAY_KEYS | "text") => void,
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
    // Keys that no one pressed come from scripts.
    if (!event.isTrusted) return;
    const { altKey, shiftKey, ctrlKey, metaKey, code } = event;
    if (!altKey || !shiftKey || ctrlKey || metaKey || code !== OVERLAY_KEYS.card.code) {
      this.pressed("text");
      return;
    }
    event.preventDefault();
    event.stopImmediatePropagation();
    this.pressed("card");
  };
}
