import { type Answer, type Button, type Card, MOST_SECTIONS, MOST_WIDGETS, type Widget } from "../cards/card";

type GoogleCard = GoogleAppsScript.Card_Service.Card;

/** A card as Google shows it. */
export function cardFrom(card: Card): GoogleCard {
  const header = CardService.newCardHeader().setTitle(card.title);
  if (card.subtitle) header.setSubtitle(card.subtitle);
  const builder = CardService.newCardBuilder().setHeader(header);
  for (const { title, shown, widgets } of card.sections.slice(0, MOST_SECTIONS)) {
    const section = CardService.newCardSection();
    if (title) section.setHeader(safe(title));
    if (shown !== undefined && shown < widgets.length) section.setCollapsible(true).setNumUncollapsibleWidgets(shown);
    for (const widget of widgets.slice(0, MOST_WIDGETS)) section.addWidget(widgetFrom(widget));
    builder.addSection(section);
  }
  return builder.build();
}

/** What a button answers, as Google takes it. */
export function answerFrom({ card, notice }: Answer): GoogleAppsScript.Card_Service.ActionResponse {
  const response = CardService.newActionResponseBuilder();
  if (card) response.setNavigation(CardService.newNavigation().updateCard(cardFrom(card)));
  if (notice) response.setNotification(CardService.newNotification().setText(notice));
  return response.build();
}

function widgetFrom(widget: Widget): GoogleAppsScript.Card_Service.Widget {
  switch (widget.kind) {
    case "text":
      return CardService.newTextParagraph().setText(safe(widget.text));
    case "line": {
      const line = CardService.newDecoratedText().setText(safe(widget.text)).setWrapText(true);
      if (widget.top) line.setTopLabel(widget.top);
      if (widget.bottom) line.setBottomLabel(widget.bottom);
      if (widget.link) line.setOpenLink(CardService.newOpenLink().setUrl(widget.link));
      return line;
    }
    case "buttons": {
      const set = CardService.newButtonSet();
      for (const button of widget.buttons) set.addButton(buttonFrom(button));
      return set;
    }
    case "choice": {
      const choice = CardService.newSelectionInput()
        .setType(CardService.SelectionInputType.DROPDOWN)
        .setFieldName(widget.name)
        .setTitle(widget.title);
      for (const { text, value } of widget.items) choice.addItem(text, value, value === widget.value);
      return choice;
    }
    case "input": {
      const input = CardService.newTextInput().setFieldName(widget.name).setTitle(widget.title).setValue(widget.value);
      if (widget.hint) input.setHint(widget.hint);
      return input;
    }
  }
}

function buttonFrom(button: Button): GoogleAppsScript.Card_Service.TextButton {
  const made = CardService.newTextButton().setText(button.text);
  if (button.isMain) made.setTextButtonStyle(CardService.TextButtonStyle.FILLED);
  if ("link" in button) return made.setOpenLink(CardService.newOpenLink().setUrl(button.link));
  const action = CardService.newAction().setFunctionName(button.run);
  if (button.parameters) action.setParameters({ ...button.parameters });
  return made.setOnClickAction(action.setLoadIndicator(CardService.LoadIndicator.SPINNER));
}

/** Google reads a little HTML in texts; a document's words must not be read so. */
const safe = (text: string): string => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
