import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { WxtStorageItem } from "wxt/utils/storage";

/** A setting as it is now, wherever it is changed, and a way to change it. */
export function useSetting<Value>(
  item: WxtStorageItem<Value, Record<string, unknown>>,
): readonly [Value, (value: Value) => void] {
  const now = useSignal(item.fallback);
  useEffect(() => {
    void item.getValue().then((value) => {
      now.value = value;
    });
    return item.watch((value) => {
      now.value = value;
    });
  }, [item, now]);
  return [
    now.value,
    (value) => {
      now.value = value;
      void item.setValue(value);
    },
  ];
}
