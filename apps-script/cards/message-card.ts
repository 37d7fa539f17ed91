import type { Button, Card } from "./card";

/** A card that says one thing. */
export const messageCard = (text: string, buttons: readonly Button[] = []): Card => ({
  title: "Plumbline",
  sections: [{ widgets: [{ kind: "text", text }, ...(buttons.length ? [{ kind: "buttons" as const, buttons }] : [])] }],
});
