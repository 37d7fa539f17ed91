interface Props {
  readonly keys: string;
  readonly does: string;
}

/** A list of keys and what they do. */
export function KeyList({ keys }: { readonly keys: readonly Props[] }) {
  return (
    <dl class="keys">
      {keys.map((one) => (
        <KeyOf key={one.keys} keys={one.keys} does={one.does} />
      ))}
    </dl>
  );
}

/** One key, or several, and what it does. */
export function KeyOf({ keys, does }: Props) {
  return (
    <div>
      <dt>
        <kbd>{keys}</kbd>
      </dt>
      <dd>{does}</dd>
    </div>
  );
}
