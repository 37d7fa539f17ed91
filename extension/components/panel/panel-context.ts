import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Actions } from "../../services/panel/actions";
import type { Action } from "../../services/panel/keys";
import type { Panel } from "../../services/panel/panel";

/** What every part of the panel needs. */
export interface PanelParts {
  readonly panel: Panel;
  readonly actions: Actions;
  /** The keys as they are printed. */
  readonly keys: Readonly<Record<Action, string>>;
  /** Whether letters and digits alone are keys. */
  readonly letters: boolean;
  /** Part of a page that has a head and a main part of its own. */
  readonly embedded: boolean;
}

export const PanelContext = createContext<PanelParts | undefined>(undefined);

/** The panel that a component is part of. */
export function usePanel(): PanelParts {
  const parts = useContext(PanelContext);
  if (!parts) throw new Error("This component belongs inside a panel.");
  return parts;
}
