import { type ReadonlySignal, signal } from "@preact/signals";
import { liveQuery } from "dexie";
import type { WxtStorageItem } from "wxt/utils/storage";

/** A signal that follows a query of the store, in whichever window the store is changed, until `ends`. */
export function follow<Value>(
  query: () => Promise<Value>,
  { start, failed, ends }: { start: Value; failed(error: unknown): void; ends: AbortSignal },
): ReadonlySignal<Value> {
  const now = signal(start);
  const subscription = liveQuery(query).subscribe({
    next: (value) => {
      now.value = value;
    },
    error: failed,
  });
  ends.addEventListener("abort", () => subscription.unsubscribe());
  return now;
}

/** A signal that follows a setting until `ends`. */
export function followSetting<Value>(
  item: WxtStorageItem<Value, Record<string, unknown>>,
  ends: AbortSignal,
): ReadonlySignal<Value> {
  const now = signal(item.fallback);
  void item.getValue().then((value) => {
    now.value = value;
  });
  ends.addEventListener(
    "abort",
    item.watch((value) => {
      now.value = value;
    }),
  );
  return now;
}
