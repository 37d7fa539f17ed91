import {
  add,
  filled,
  flag,
  integer,
  type Kind,
  type Made,
  need,
  oneOf,
  part,
  type Setter,
  set,
  text,
  texts,
} from "./builders";
import { WORDS } from "./words";

/** What a press can lead to: one of these, no more. */
const pressable = {
  setOnClickAction: set("onClick", part("Action")),
  setOnClickOpenLinkAction: set("onClickOpenLink", part("Action")),
  setOpenLink: set("openLink", part("OpenLink")),
} as const satisfies Record<string, Setter>;
const PRESSES = ["onClick", "onClickOpenLink", "openLink"];

const pressed =
  (kind: string, ...fields: readonly string[]) =>
  (have: ReadonlyMap<string, unknown>): string | undefined =>
    need(kind, ...fields)(have) ??
    (PRESSES.filter((field) => have.has(field)).length === 1
      ? undefined
      : `The ${kind} must have exactly one action, such as an onClick action or a link.`);

const action: Kind<Made<"newAction">> = {
  kind: "Action",
  methods: {
    setFunctionName: set("functionName", filled),
    setParameters: set("parameters", texts),
    setLoadIndicator: set("loadIndicator", oneOf(WORDS.LoadIndicator)),
    setPersistValues: set("persistValues", flag),
    setInteraction: set("interaction", oneOf(WORDS.Interaction)),
    addRequiredWidget: add("requiredWidgets", filled),
    setAllWidgetsAreRequired: set("allWidgetsAreRequired", flag),
  },
  check: need("Action", "functionName"),
};

const openLink: Kind<Made<"newOpenLink">> = {
  kind: "OpenLink",
  methods: {
    setUrl: set("url", filled),
    setOpenAs: set("openAs", oneOf(WORDS.OpenAs)),
    setOnClose: set("onClose", oneOf(WORDS.OnClose)),
  },
  check: need("OpenLink", "url"),
};

const textButton: Kind<Made<"newTextButton">> = {
  kind: "TextButton",
  methods: {
    ...pressable,
    setText: set("text", filled),
    setAltText: set("altText", text),
    setDisabled: set("disabled", flag),
    setTextButtonStyle: set("style", oneOf(WORDS.TextButtonStyle)),
    setBackgroundColor: set("backgroundColor", (value) =>
      typeof value === "string" && /^#[0-9a-f]{6}$/i.test(value) ? { kept: value } : undefined,
    ),
  },
  check: pressed("TextButton", "text"),
};

const imageButton: Kind<Made<"newImageButton">> = {
  kind: "ImageButton",
  methods: {
    ...pressable,
    setAltText: set("altText", filled),
    setIcon: set("icon", oneOf(WORDS.Icon)),
    setIconUrl: set("iconUrl", filled),
    setMaterialIcon: set("materialIcon", part("MaterialIcon")),
  },
  check: pressed("ImageButton"),
};

const buttonSet: Kind<Made<"newButtonSet">> = {
  kind: "ButtonSet",
  methods: { addButton: add("buttons", part("TextButton", "ImageButton")) },
  check: need("ButtonSet", "buttons"),
};

const materialIcon: Kind<Made<"newMaterialIcon">> = {
  kind: "MaterialIcon",
  methods: {
    setName: set("name", filled),
    setFill: set("fill", flag),
    setWeight: set("weight", integer),
    setGrade: set("grade", integer),
  },
  check: need("MaterialIcon", "name"),
};

const iconImage: Kind<Made<"newIconImage">> = {
  kind: "IconImage",
  methods: {
    setIcon: set("icon", oneOf(WORDS.Icon)),
    setIconUrl: set("iconUrl", filled),
    setMaterialIcon: set("materialIcon", part("MaterialIcon")),
    setAltText: set("altText", text),
    setImageCropType: set("imageCropType", oneOf(WORDS.ImageCropType)),
  },
};

const image: Kind<Made<"newImage">> = {
  kind: "Image",
  methods: { ...pressable, setImageUrl: set("imageUrl", filled), setAltText: set("altText", text) },
  check: need("Image", "imageUrl"),
};

const decoratedText: Kind<Made<"newDecoratedText">> = {
  kind: "DecoratedText",
  methods: {
    ...pressable,
    setText: set("text", filled),
    setTopLabel: set("topLabel", text),
    setBottomLabel: set("bottomLabel", text),
    setWrapText: set("wrapText", flag),
    setStartIcon: set("startIcon", part("IconImage")),
    setEndIcon: set("endIcon", part("IconImage")),
    setButton: set("button", part("TextButton", "ImageButton")),
    setSwitchControl: set("switchControl", part("Switch")),
    setIcon: set("icon", oneOf(WORDS.Icon)),
    setIconUrl: set("iconUrl", filled),
    setIconAltText: set("iconAltText", text),
  },
  check: need("DecoratedText", "text"),
};

const textParagraph: Kind<Made<"newTextParagraph">> = {
  kind: "TextParagraph",
  methods: { setText: set("text", filled) },
  check: need("TextParagraph", "text"),
};

const divider: Kind<Made<"newDivider">> = { kind: "Divider", methods: {} };

/** Everything that may stand in a section. */
export const WIDGETS = [
  "TextParagraph",
  "DecoratedText",
  "ButtonSet",
  "TextButton",
  "ImageButton",
  "Image",
  "Divider",
  "TextInput",
  "SelectionInput",
  "DatePicker",
] as const;

/** The builders of widgets and of what they hold, by the method of CardService that makes them. */
export const widgetKinds = {
  newAction: action,
  newOpenLink: openLink,
  newTextButton: textButton,
  newImageButton: imageButton,
  newButtonSet: buttonSet,
  newMaterialIcon: materialIcon,
  newIconImage: iconImage,
  newImage: image,
  newDecoratedText: decoratedText,
  newTextParagraph: textParagraph,
  newDivider: divider,
} as const;
