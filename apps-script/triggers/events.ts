/** What Google hands to a function of an add-on, as far as it is read; any part may be missing. */
export interface AddOnEvent {
  readonly commonEventObject?: {
    readonly parameters?: Readonly<Record<string, string>>;
    readonly formInputs?: Readonly<Record<string, { readonly stringInputs?: { readonly value?: readonly string[] } }>>;
  };
  readonly docs?: OpenFile;
  readonly sheets?: OpenFile;
  readonly drive?: { readonly selectedItems?: readonly DriveItem[]; readonly activeCursorItem?: DriveItem };
  readonly calendar?: { readonly id?: string; readonly calendarId?: string };
}

interface OpenFile {
  readonly id?: string;
  readonly title?: string;
  readonly addonHasFileScopePermission?: boolean;
}

interface DriveItem {
  readonly id?: string;
  readonly title?: string;
  readonly mimeType?: string;
  readonly addonHasFileScopePermission?: boolean;
}

/** A parameter that a button carries; "" where there is none. */
export const parameter = (event: AddOnEvent | undefined, name: string): string =>
  event?.commonEventObject?.parameters?.[name] ?? "";

/** What was entered into a field of the card; `undefined` where the card has no such field, or it was left empty. */
export const entered = (event: AddOnEvent | undefined, name: string): string | undefined =>
  event?.commonEventObject?.formInputs?.[name]?.stringInputs?.value?.[0];
