/** The names of the functions that Google may call: those that the bundle exports. */
export type TriggerName = keyof typeof import("../main");

/** A button that runs a function of ours, or opens a page. */
export type Button = {
  readonly text: string;
  readonly isMain?: boolean;
} & ({ readonly run: TriggerName; readonly parameters?: Readonly<Record<string, string>> } | { readonly link: string });

/** One piece of a card. All texts are plain: whatever a document says, it is shown as it is. */
export type Widget =
  | { readonly kind: "text"; readonly text: string }
  | {
      readonly kind: "line";
      readonly top?: string;
      readonly text: string;
      readonly bottom?: string;
      readonly link?: string;
    }
  | { readonly kind: "buttons"; readonly buttons: readonly Button[] }
  | {
      readonly kind: "choice";
      readonly name: string;
      readonly title: string;
      readonly value: string;
      readonly items: readonly { readonly value: string; readonly text: string }[];
    }
  | {
      readonly kind: "input";
      readonly name: string;
      readonly title: string;
      readonly value: string;
      readonly hint?: string;
    };

export interface Section {
  readonly title?: string;
  /** How many widgets show before "more"; all, where it is absent. */
  readonly shown?: number;
  readonly widgets: readonly Widget[];
}

/** A card as data; `google/card-service.ts` makes Google's out of it. */
export interface Card {
  readonly title: string;
  readonly subtitle?: string;
  readonly sections: readonly Section[];
}

/** What a button answers: a new card in place of the one that it is on, and a short word about it. */
export interface Answer {
  readonly card?: Card;
  readonly notice?: string;
}

/** Google's limits on one card. */
export const MOST_WIDGETS = 100;
export const MOST_SECTIONS = 100;
