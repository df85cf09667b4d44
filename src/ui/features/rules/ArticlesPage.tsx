import { For, type JSX, Show } from 'solid-js';
import { ARTICLES, type Article as ArticleText } from '../../../regulation/articles.ts';
import { RULE_SET } from '../../../regulation/rule-set.ts';
import { ARTICLE_WHERE, RULES } from '../../../text/rules.ts';
import { digestShort } from '../../../text/times.ts';
import { Sheet } from '../../kit/Sheet.tsx';
import { Sub } from '../../kit/Words.tsx';
import { RulesFrame } from './RulesFrame.tsx';
import styles from './rules.module.css';
import { PLACE_HREF } from './rules-view.ts';

/** /rules: the 23 articles, verbatim, and beside each where it is carried out. */
export default function ArticlesPage(): JSX.Element {
  return (
    <RulesFrame tab="articles">
      <Sheet title={RULE_SET.regulationTitle} sub={RULE_SET.docNo} bare>
        <ol class={styles.articles}>
          <For each={ARTICLES}>{(article) => <ArticleRow article={article} />}</For>
        </ol>
        <p class={styles.sha}>
          <Sub>{RULES.textSha(digestShort(RULE_SET.textSha256))}</Sub>
        </p>
      </Sheet>
    </RulesFrame>
  );
}

function ArticleRow(props: { readonly article: ArticleText }): JSX.Element {
  const where = () => ARTICLE_WHERE[props.article.number - 1] ?? [];
  return (
    <li id={`article-${props.article.number}`}>
      <h3>{props.article.heading}</h3>
      <div class={styles.text}>
        <For each={props.article.blocks}>
          {(block) => (
            <p class={block.kind === 'item' ? styles.item : undefined}>
              {block.kind === 'item' ? block.mark : ''}
              {block.text}
            </p>
          )}
        </For>
        <Show when={props.article.editorNote}>
          {(note) => (
            <p>
              <Sub>
                {RULES.note}
                {note()}
              </Sub>
            </p>
          )}
        </Show>
      </div>
      <ul class={styles.where} aria-label={RULES.where}>
        <For each={where()}>
          {({ place, words }) => (
            <li>
              <Show when={place} fallback={<Sub>{RULES.notYet(words)}</Sub>}>
                {(known) => <a href={PLACE_HREF[known()]}>{words}</a>}
              </Show>
            </li>
          )}
        </For>
      </ul>
    </li>
  );
}
