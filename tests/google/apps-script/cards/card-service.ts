import type { Execution } from "../execution";
import { onlyFaked } from "../only-faked";
import { type Kind, newBuilder, type Surroundings } from "./builders";
import { cardKinds } from "./cards";
import { inputKinds } from "./inputs";
import { widgetKinds } from "./widgets";
import { WORDS } from "./words";

type Service = GoogleAppsScript.Card_Service.CardService;

/** CardService: builders that refuse what the real ones refuse. */
export function fakeCardService(execution: Execution): Partial<Service> {
  const missing = (error: Error) => {
    execution.notFaked ??= error;
  };
  const surroundings: Surroundings = {
    exception: (message) => execution.exception(message),
    seal: (target, name) => onlyFaked(target, name, missing),
  };
  const makers = Object.entries({ ...widgetKinds, ...inputKinds, ...cardKinds }).map(([name, kind]) => [
    name,
    () => newBuilder(kind as Kind<object>, surroundings),
  ]);
  const words = Object.entries(WORDS).map(([name, list]) => [
    name,
    onlyFaked(Object.fromEntries(list.map((word) => [word, word])), `CardService.${name}`, missing),
  ]);
  return onlyFaked(Object.fromEntries([...makers, ...words]), "CardService", missing) as Partial<Service>;
}
