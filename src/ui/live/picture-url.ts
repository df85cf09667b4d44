import { type Accessor, createEffect, createSignal, onCleanup } from 'solid-js';

/** An address for a picture that is fetched for `key`, let go with it. A picture is a help: none is no fault. */
export function createPictureUrl<K>(
  key: Accessor<K>,
  fetch: (key: K) => Promise<Blob | null>,
): Accessor<string | undefined> {
  const [url, setUrl] = createSignal<string>();
  createEffect(() => {
    let made: string | undefined;
    let gone = false;
    fetch(key()).then(
      (blob) => {
        if (gone || blob === null) return;
        made = URL.createObjectURL(blob);
        setUrl(made);
      },
      () => undefined,
    );
    onCleanup(() => {
      gone = true;
      setUrl(undefined);
      if (made !== undefined) URL.revokeObjectURL(made);
    });
  });
  return url;
}
