import { add, filled, flag, integer, type Kind, number, oneOf, part, type Setter, set, text, texts } from "./builders";
import { WORDS } from "./words";

type C = GoogleAppsScript.Card_Service.CardService;
type Of<Method extends keyof C> = C[Method] extends () => infer Made ? Made : never;

/** Fields that a kind cannot do without. */
const need =
  (kind: string, ...fields: readonly string[]) =>
  (have: ReadonlyMap<string, unknown>): string | undefined => {
    const missing = fields.find((field) => !have.has(field));
    return missing === undefined ? undefined : `The ${kind} has no ${missing}, which it must have.`;
  };

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

const action: Kind<Of<"newAction">> = {
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

const openLink: Kind<Of<"newOpenLink">> = {
  kind: "OpenLink",
  methods: {
    setUrl: set("url", filled),
    setOpenAs: set("openAs", oneOf(WORDS.OpenAs)),
    setOnClose: set("onClose", oneOf(WORDS.OnClose)),
  },
  check: need("OpenLink", "url"),
};

const textButton: Kind<Of<"newTextButton">> = {
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

const imageButton: Kind<Of<"newImageButton">> = {
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

const buttonSet: Kind<Of<"newButtonSet">> = {
  kind: "ButtonSet",
  methods: { addButton: add("buttons", part("TextButton", "ImageButton")) },
  check: need("ButtonSet", "buttons"),
};

const materialIcon: Kind<Of<"newMaterialIcon">> = {
  kind: "MaterialIcon",
  methods: {
    setName: set("name", filled),
    setFill: set("fill", flag),
    setWeight: set("weight", integer),
    setGrade: set("grade", integer),
  },
  check: need("MaterialIcon", "name"),
};

const iconImage: Kind<Of<"newIconImage">> = {
  kind: "IconImage",
  methods: {
    setIcon: set("icon", oneOf(WORDS.Icon)),
    setIconUrl: set("iconUrl", filled),
    setMaterialIcon: set("materialIcon", part("MaterialIcon")),
    setAltText: set("altText", text),
    setImageCropType: set("imageCropType", oneOf(WORDS.ImageCropType)),
  },
};

const image: Kind<Of<"newImage">> = {
  kind: "Image",
  methods: { ...pressable, setImageUrl: set("imageUrl", filled), setAltText: set("altText", text) },
  check: need("Image", "imageUrl"),
};

const decoratedText: Kind<Of<"newDecoratedText">> = {
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

const textParagraph: Kind<Of<"newTextParagraph">> = {
  kind: "TextParagraph",
  methods: { setText: set("text", filled) },
  check: need("TextParagraph", "text"),
};

const divider: Kind<Of<"newDivider">> = { kind: "Divider", methods: {} };

const textInput: Kind<Of<"newTextInput">> = {
  kind: "TextInput",
  methods: {
    setFieldName: set("fieldName", filled),
    setTitle: set("title", text),
    setHint: set("hint", text),
    setValue: set("value", text),
    setMultiline: set("multiline", flag),
    setOnChangeAction: set("onChange", part("Action")),
    setValidation: set("validation", part("Validation")),
    setSuggestions: set("suggestions", part("Suggestions")),
    setSuggestionsAction: set("suggestionsAction", part("Action")),
  },
  check: (have) =>
    need("TextInput", "fieldName")(have) ??
    (have.has("title") || have.has("hint") ? undefined : "The TextInput must have a title or a hint."),
};

const validation: Kind<Of<"newValidation">> = {
  kind: "Validation",
  methods: {
    setCharacterLimit: set("characterLimit", integer),
    setInputType: set("inputType", oneOf(WORDS.InputType)),
  },
};

const suggestions: Kind<Of<"newSuggestions">> = {
  kind: "Suggestions",
  methods: {
    addSuggestion: add("suggestions", filled),
    addSuggestions: add("suggestions", (value) =>
      Array.isArray(value) && value.every((one) => typeof one === "string") ? { kept: value } : undefined,
    ),
  },
};

const selectionInput: Kind<Of<"newSelectionInput">> = {
  kind: "SelectionInput",
  methods: {
    setFieldName: set("fieldName", filled),
    setTitle: set("title", text),
    setType: set("type", oneOf(WORDS.SelectionInputType)),
    setOnChangeAction: set("onChange", part("Action")),
    addItem: {
      field: "items",
      checks: [text, text, flag],
      many: true,
      keep: ([shown, value, selected]) => ({ text: shown, value, selected }),
    },
    addMultiSelectItem: {
      field: "items",
      checks: [text, text, flag, (value) => ({ kept: value }), text],
      many: true,
      keep: ([shown, value, selected, , bottomText]) => ({ text: shown, value, selected, bottomText }),
    },
    setMultiSelectMaxSelectedItems: set("maxSelectedItems", integer),
  },
  check(have) {
    const items = (have.get("items") ?? []) as readonly { readonly selected: boolean }[];
    const single = have.get("type") === "RADIO_BUTTON" || have.get("type") === "DROPDOWN";
    if (items.length === 0) return "The SelectionInput has no items, which it must have.";
    if (single && items.filter(({ selected }) => selected).length > 1)
      return "Only one item of the SelectionInput can be selected.";
    return items.length > 100
      ? "A SelectionInput can have at most 100 items."
      : need("SelectionInput", "fieldName")(have);
  },
};

const toggle: Kind<Of<"newSwitch">> = {
  kind: "Switch",
  methods: {
    setFieldName: set("fieldName", filled),
    setValue: set("value", text),
    setSelected: set("selected", flag),
    setControlType: set("controlType", oneOf(WORDS.SwitchControlType)),
    setOnChangeAction: set("onChange", part("Action")),
  },
  check: need("Switch", "fieldName", "value"),
};

const milliseconds = (value: unknown) => number(value) ?? text(value);

const datePicker: Kind<Of<"newDatePicker">> = {
  kind: "DatePicker",
  methods: {
    setFieldName: set("fieldName", filled),
    setTitle: set("title", text),
    setValueInMsSinceEpoch: set("value", milliseconds),
    setOnChangeAction: set("onChange", part("Action")),
  },
  check: need("DatePicker", "fieldName"),
};

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
  newTextInput: textInput,
  newValidation: validation,
  newSuggestions: suggestions,
  newSelectionInput: selectionInput,
  newSwitch: toggle,
  newDatePicker: datePicker,
} as const;
