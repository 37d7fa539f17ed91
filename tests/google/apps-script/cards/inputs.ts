import { add, filled, flag, integer, type Kind, type Made, need, number, oneOf, part, set, text } from "./builders";
import { WORDS } from "./words";

const textInput: Kind<Made<"newTextInput">> = {
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

const validation: Kind<Made<"newValidation">> = {
  kind: "Validation",
  methods: {
    setCharacterLimit: set("characterLimit", integer),
    setInputType: set("inputType", oneOf(WORDS.InputType)),
  },
};

const suggestions: Kind<Made<"newSuggestions">> = {
  kind: "Suggestions",
  methods: {
    addSuggestion: add("suggestions", filled),
    addSuggestions: add("suggestions", (value) =>
      Array.isArray(value) && value.every((one) => typeof one === "string") ? { kept: value } : undefined,
    ),
  },
};

const selectionInput: Kind<Made<"newSelectionInput">> = {
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

const toggle: Kind<Made<"newSwitch">> = {
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

const datePicker: Kind<Made<"newDatePicker">> = {
  kind: "DatePicker",
  methods: {
    setFieldName: set("fieldName", filled),
    setTitle: set("title", text),
    setValueInMsSinceEpoch: set("value", milliseconds),
    setOnChangeAction: set("onChange", part("Action")),
  },
  check: need("DatePicker", "fieldName"),
};

/** The builders of what a person fills in, by the method of CardService that makes them. */
export const inputKinds = {
  newTextInput: textInput,
  newValidation: validation,
  newSuggestions: suggestions,
  newSelectionInput: selectionInput,
  newSwitch: toggle,
  newDatePicker: datePicker,
} as const;
