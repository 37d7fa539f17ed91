import {
  add,
  type Check,
  filled,
  flag,
  integer,
  type Kind,
  type Made,
  need,
  oneOf,
  part,
  partOf,
  set,
  text,
} from "./builders";
import { WIDGETS } from "./widgets";
import { WORDS } from "./words";

/** The most sections of a card, and widgets of a section, as Google documents them. */
const MOST = 100;

const count = (have: ReadonlyMap<string, unknown>, field: string): number =>
  ((have.get(field) ?? []) as readonly unknown[]).length;

const header: Kind<Made<"newCardHeader">> = {
  kind: "CardHeader",
  methods: {
    setTitle: set("title", filled),
    setSubtitle: set("subtitle", text),
    setImageUrl: set("imageUrl", filled),
    setImageAltText: set("imageAltText", text),
    setImageStyle: set("imageStyle", oneOf(WORDS.ImageStyle)),
  },
  check: need("CardHeader", "title"),
};

const section: Kind<Made<"newCardSection">> = {
  kind: "CardSection",
  methods: {
    addWidget: add("widgets", part(...WIDGETS)),
    setHeader: set("header", text),
    setCollapsible: set("collapsible", flag),
    setNumUncollapsibleWidgets: set("numUncollapsibleWidgets", integer),
  },
  check(have) {
    if (count(have, "widgets") === 0) return "The CardSection has no widgets, which it must have.";
    return count(have, "widgets") > MOST ? `A section can have at most ${MOST} widgets.` : undefined;
  },
};

const cardAction: Kind<Made<"newCardAction">> = {
  kind: "CardAction",
  methods: {
    setText: set("text", filled),
    setOnClickAction: set("onClick", part("Action")),
    setOnClickOpenLinkAction: set("onClickOpenLink", part("Action")),
    setOpenLink: set("openLink", part("OpenLink")),
  },
  check: need("CardAction", "text"),
};

const fixedFooter: Kind<Made<"newFixedFooter">> = {
  kind: "FixedFooter",
  methods: {
    setPrimaryButton: set("primaryButton", part("TextButton")),
    setSecondaryButton: set("secondaryButton", part("TextButton")),
  },
  check: need("FixedFooter", "primaryButton"),
};

const card: Kind<Made<"newCardBuilder">> = {
  kind: "CardBuilder",
  methods: {
    setName: set("name", filled),
    setHeader: set("header", part("CardHeader")),
    addSection: add("sections", part("CardSection")),
    addCardAction: add("cardActions", part("CardAction")),
    setFixedFooter: set("fixedFooter", part("FixedFooter")),
    setDisplayStyle: set("displayStyle", oneOf(WORDS.DisplayStyle)),
    setPeekCardHeader: set("peekCardHeader", part("CardHeader")),
  },
  builds: "Card",
  check: (have) => (count(have, "sections") > MOST ? `A card can have at most ${MOST} sections.` : undefined),
};

const navigation: Kind<Made<"newNavigation">> = {
  kind: "Navigation",
  methods: {
    pushCard: { field: "steps", checks: [part("Card")], many: true, keep: ([one]) => ({ kind: "push", card: one }) },
    updateCard: {
      field: "steps",
      checks: [part("Card")],
      many: true,
      keep: ([one]) => ({ kind: "update", card: one }),
    },
    popCard: { field: "steps", checks: [], many: true, keep: () => ({ kind: "pop" }) },
    popToRoot: { field: "steps", checks: [], many: true, keep: () => ({ kind: "popToRoot" }) },
    popToNamedCard: {
      field: "steps",
      checks: [filled],
      many: true,
      keep: ([name]) => ({ kind: "popToNamedCard", name }),
    },
  },
  prints: true,
};

const notification: Kind<Made<"newNotification">> = {
  kind: "Notification",
  methods: { setText: set("text", filled) },
  check: need("Notification", "text"),
};

const actionResponse: Kind<Made<"newActionResponseBuilder">> = {
  kind: "ActionResponseBuilder",
  methods: {
    setNavigation: set("navigation", part("Navigation")),
    setNotification: set("notification", part("Notification")),
    setOpenLink: set("openLink", part("OpenLink")),
    setStateChanged: set("stateChanged", flag),
  },
  builds: "ActionResponse",
};

const cards: Check = (value) =>
  Array.isArray(value) && value.every((one) => partOf(one)?.kind === "Card") ? { kept: value.map(partOf) } : undefined;

const universalActionResponse: Kind<Made<"newUniversalActionResponseBuilder">> = {
  kind: "UniversalActionResponseBuilder",
  methods: { displayAddOnCards: set("cards", cards), setOpenLink: set("openLink", part("OpenLink")) },
  builds: "UniversalActionResponse",
};

const editorFileScope: Kind<Made<"newEditorFileScopeActionResponseBuilder">> = {
  kind: "EditorFileScopeActionResponseBuilder",
  methods: { requestFileScopeForActiveDocument: set("requestsFileScope") },
  builds: "EditorFileScopeActionResponse",
};

const driveItems: Kind<Made<"newDriveItemsSelectedActionResponseBuilder">> = {
  kind: "DriveItemsSelectedActionResponseBuilder",
  methods: { requestFileScope: set("requestsFileScope", filled) },
  builds: "DriveItemsSelectedActionResponse",
};

/** The builders of cards and of answers, by the method of CardService that makes them. */
export const cardKinds = {
  newCardHeader: header,
  newCardSection: section,
  newCardAction: cardAction,
  newFixedFooter: fixedFooter,
  newCardBuilder: card,
  newNavigation: navigation,
  newNotification: notification,
  newActionResponseBuilder: actionResponse,
  newUniversalActionResponseBuilder: universalActionResponse,
  newEditorFileScopeActionResponseBuilder: editorFileScope,
  newDriveItemsSelectedActionResponseBuilder: driveItems,
} as const;
