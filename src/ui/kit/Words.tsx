import { type JSX, Show } from 'solid-js';
import { KIT } from '../../text/kit.ts';
import { articleName } from '../../text/times.ts';
import { cx } from './cx.ts';
import styles from './Words.module.css';

export interface TagProps {
  readonly tone?: 'plain' | 'good' | 'wait' | undefined;
  readonly children: JSX.Element;
}

/** A short word on a tint: 已登记介质, 已续传. */
export function Tag(props: TagProps): JSX.Element {
  return <span class={cx(styles.tag, props.tone && styles[props.tone])}>{props.children}</span>;
}

export type FlagProps =
  | {
      /** 违规 only after the legal affairs office's finding. */
      readonly grade: 'breach' | 'suspected' | 'advisory';
      readonly children?: JSX.Element;
    }
  /** Before that finding, in the same place: 不符合第×条（待说明）. */
  | { readonly grade: 'unexplained'; readonly article: number };

/** A grade of finding. The word is always printed; the shapes differ without colour too. */
export function Flag(props: FlagProps): JSX.Element {
  const words = (): JSX.Element =>
    props.grade === 'unexplained' ? KIT.unexplained(props.article) : (props.children ?? KIT.grade[props.grade]);
  const shape = (): string | undefined => styles[props.grade === 'unexplained' ? 'suspected' : props.grade];
  return <span class={cx(styles.flag, shape())}>{words()}</span>;
}

export interface StateWordProps {
  readonly state: 'draft' | 'recorded' | 'signed' | 'synced' | 'waiting';
  /** More exact words: "已同步 4 台", "落后 3 条". */
  readonly children?: JSX.Element;
  /** As large as the text around it. */
  readonly large?: boolean | undefined;
}

/** How far a record has come. Each state has its own shape beside the word. */
export function StateWord(props: StateWordProps): JSX.Element {
  return (
    <span class={cx(styles.state, styles[`is-${props.state}`], props.large && styles.large)}>
      <span class={styles.sign} aria-hidden="true">
        <Show when={props.state === 'signed'}>{KIT.seal.plain}</Show>
      </span>
      <span>{props.children ?? KIT.state[props.state]}</span>
    </span>
  );
}

export interface ArticleProps {
  readonly article: number;
  /** Where the article can be read; plain words without. */
  readonly href?: string | undefined;
}

/** 第十三条, beside the decision it governs. */
export function Article(props: ArticleProps): JSX.Element {
  return (
    <Show when={props.href} fallback={<span class={styles.article}>{articleName(props.article)}</span>}>
      {(href) => (
        <a class={styles.article} href={href()}>
          {articleName(props.article)}
        </a>
      )}
    </Show>
  );
}

/** Second words: smaller and lighter. */
export function Sub(props: { readonly children: JSX.Element }): JSX.Element {
  return <span class={styles.sub}>{props.children}</span>;
}

/** File names, digests, key ids. */
export function Mono(props: { readonly children: JSX.Element }): JSX.Element {
  return <span class={styles.mono}>{props.children}</span>;
}
