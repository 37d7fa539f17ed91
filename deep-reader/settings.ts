import learned from "./settings.json" with { type: "json" };

/** What was chosen on meetings that the encoder had not seen, as data. Made by `npm run train -- deep`; never edited by hand. */
export interface DeepSettings {
  /** SHA-256 of the `encoder.onnx` that this was chosen for, in hexadecimal digits. */
  readonly encoder: string;
  /** The practices in the order of the encoder's scores. */
  readonly labels: readonly string[];
  /** How much the log-odds of the encoder and of the compact reader count in those of a tag. */
  readonly weights: { readonly encoder: number; readonly compact: number; readonly bias: number };
  /** Confidence from which a tag is suggested, and from which it counts as found. */
  readonly tiers: { readonly suggested: number; readonly found: number };
}

/** The settings that come with the encoder. */
export const builtInSettings: DeepSettings = learned;
