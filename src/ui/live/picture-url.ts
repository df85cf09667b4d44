import { type Accessor, createEffect, createSignal, onCleanup } from 'solid-js';

/**
 * An address for a picture that is fetched for `key`, let go with it. undefined: being fetched; null: there is none, which
 * is no fault, for a picture is a help.
 */
export function createPictureUrl<K>(
  key: Accessor<K>,
  fetch: (key: K) => Promise<Blob | null>,
): Accessor<string | null | undefined> {
  const [url, setUrl] = createSignal<string | null>();
  createEffect(() => {
    let made: string | undefined;
    let gone = false;
    fetch(key()).then(
      (blob) => {
        if (gone) return;
        if (blob !== null) made = URL.createObjectURL(blob);
        setUrl(made ?? null);
      },
      () => {
        if (!gone) setUrl(null);
      },
    );
    onCleanup(() => {
      gone = true;
      setUrl(undefined);
      if (made !== undefined) URL.revokeObjectURL(made);
    });
  });
  return url;
}
