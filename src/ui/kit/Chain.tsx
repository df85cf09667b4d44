import { For, type JSX, Show } from 'solid-js';
import type { KeyId } from '../../domain/ids.ts';
import type { Instant } from '../../domain/time.ts';
import { KIT } from '../../text/kit.ts';
import { keyGroups, timeWithSeconds } from '../../text/times.ts';
import styles from './Chain.module.css';
import { Seal, type SealMark } from './Seal.tsx';
import { Mono } from './Words.tsx';

export interface ChainLink {
  readonly id: string;
  readonly mark: SealMark;
  /** 移交入库，存 YP-03 */
  readonly title: string;
  readonly at: Instant;
  /** Who, where, with what result. */
  readonly words: JSX.Element;
  /** The key that signed; shown in two groups of four with 本机已验, so pass it only when this machine has verified. */
  readonly key?: KeyId | undefined;
  /** Signed a moment ago, on this page: the seal appears as a stamp. */
  readonly fresh?: boolean | undefined;
}

export interface ChainProps {
  readonly name: string;
  readonly links: readonly ChainLink[];
}

/** The custody chain: one seal per signed act, newest first or last as the page gives it. */
export function Chain(props: ChainProps): JSX.Element {
  return (
    <ol class={styles.chain} aria-label={props.name}>
      <For each={props.links}>
        {(link) => (
          <li>
            <Seal mark={link.mark} fresh={link.fresh} />
            <div class={styles.what}>
              <div class={styles.top}>
                <b>{link.title}</b>
                <time datetime={link.at}>{timeWithSeconds(link.at)}</time>
              </div>
              {link.words}
              <Show when={link.key}>
                {(key) => (
                  <span class={styles.key}>
                    {KIT.chain.signature} <Mono>{keyGroups(key())}</Mono> {KIT.chain.verified}
                  </span>
                )}
              </Show>
            </div>
          </li>
        )}
      </For>
    </ol>
  );
}
