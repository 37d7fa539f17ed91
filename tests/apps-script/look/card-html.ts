import type { Tree } from "../../google/apps-script/cards/builders";
import { escaped } from "./workbook-html";

const list = (value: unknown): readonly Tree[] => (Array.isArray(value) ? (value as Tree[]) : []);
// Google reads a little HTML in these texts, and ours must have made what a document says harmless before.
const text = (value: unknown): string => String(value ?? "").replace(/<(?!\/?(?:b|i|u|br|font|a)\b)/g, "&lt;");

/** A card drawn roughly as Google's side panel draws it. */
export function cardHtml(card: Tree): string {
  const header = card.header as Tree | undefined;
  const sections = list(card.sections).map((section) => {
    const widgets = list(section.widgets);
    const first = Number(section.numUncollapsibleWidgets ?? widgets.length);
    const more =
      section.collapsible && widgets.length > first ? `<p class="more">Show ${widgets.length - first} more</p>` : "";
    return `<section>${section.header ? `<h3>${text(section.header)}</h3>` : ""}${widgets.slice(0, first).map(widgetHtml).join("")}${more}</section>`;
  });
  return `<div class="card"><header><b>${escaped(String(header?.title ?? ""))}</b><br><small>${escaped(String(header?.subtitle ?? ""))}</small></header>${sections.join("")}</div>`;
}

function widgetHtml(widget: Tree): string {
  switch (widget.kind) {
    case "TextParagraph":
      return `<p>${text(widget.text)}</p>`;
    case "DecoratedText":
      return `<div class="line${widget.onClick || widget.openLink ? " link" : ""}"><small>${text(widget.topLabel)}</small><div>${text(widget.text)}</div><small>${text(widget.bottomLabel)}</small></div>`;
    case "ButtonSet":
      return `<div class="buttons">${list(widget.buttons).map(buttonHtml).join("")}</div>`;
    case "TextInput":
      return `<label><small>${text(widget.title)}</small><input value="${escaped(String(widget.value ?? ""))}"><small>${text(widget.hint)}</small></label>`;
    case "SelectionInput": {
      const items = list(widget.items).map(
        (item) => `<option${item.selected ? " selected" : ""}>${text(item.text)}</option>`,
      );
      return `<label><small>${text(widget.title)}</small><select>${items.join("")}</select></label>`;
    }
    default:
      return `<p>[${widget.kind}]</p>`;
  }
}

const buttonHtml = (button: Tree): string =>
  `<span class="button${button.style === "FILLED" ? " main" : ""}">${text(button.text)}</span>`;
