import { createUniqueId, For, type JSX, Show } from 'solid-js';
import { KIT } from '../../text/kit.ts';
import { Gauge } from './Gauge.tsx';
import styles from './Trouble.module.css';

/** The three parts every person reads. Never a code, never blame, never only "失败". */
export interface TroubleWords {
  /** 存储卡被拔出，采集停在 41% */
  readonly happened: string;
  /** 已存好的文件都在，没有丢失。 */
  readonly safe: string;
  /** 插回同一张卡，会自动从断点接着做。 */
  readonly toDo: string;
}

export interface TroubleProps extends TroubleWords {
  /** One primary button that does what `toDo` says. */
  readonly act?: JSX.Element | undefined;
  /** Other ways out. */
  readonly other?: JSX.Element | undefined;
  /** For the technician, folded. */
  readonly code: string;
  readonly facts?: Readonly<Record<string, string | number>> | undefined;
  /** 0 to 1: where the work stopped. */
  readonly gauge?: number | undefined;
  /** Puts the folded part on the clipboard. Without it, it can be selected. */
  readonly copy?: ((text: string) => Promise<void>) | undefined;
}

/** What happened, what is safe, what to do, and for technicians the code. */
export function Trouble(props: TroubleProps): JSX.Element {
  const titleId = createUniqueId();
  const facts = (): readonly (readonly [string, string | number])[] => Object.entries(props.facts ?? {});
  const asText = (): string => [props.code, ...facts().map(([name, value]) => `${name}: ${value}`)].join('\n');
  return (
    <section class={styles.trouble} role="alert" aria-labelledby={titleId}>
      <h2 id={titleId}>{props.happened}</h2>
      <p class={styles.safe}>{props.safe}</p>
      <p class={styles.toDo}>{props.toDo}</p>
      <Show when={props.gauge !== undefined}>
        <Gauge name={props.happened} value={props.gauge ?? 0} size="l" stopped />
      </Show>
      <div class={styles.acts}>
        {props.act}
        {props.other}
      </div>
      <details class={styles.technical}>
        <summary>{KIT.trouble.technical}</summary>
        <dl>
          <dt>{KIT.trouble.code}</dt>
          <dd>{props.code}</dd>
          <For each={facts()}>
            {([name, value]) => (
              <>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </>
            )}
          </For>
        </dl>
        <Show when={props.copy}>
          {(copy) => (
            <button type="button" class={styles.copy} onClick={() => copy()(asText())}>
              {KIT.trouble.copy}
            </button>
          )}
        </Show>
      </details>
    </section>
  );
}
