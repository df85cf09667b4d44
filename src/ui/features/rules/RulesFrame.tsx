import { For, type JSX } from 'solid-js';
import { RULE_SET } from '../../../regulation/rule-set.ts';
import { RULES } from '../../../text/rules.ts';
import { Page } from '../../shell/Page.tsx';
import styles from './rules.module.css';

export type RulesTab = keyof typeof RULES.tabs;

const HREF: Readonly<Record<RulesTab, string>> = {
  articles: '/rules',
  parameters: '/rules/parameters',
  templates: '/rules/templates',
};

/** The parts of 规则 under one head. */
export function RulesFrame(props: {
  readonly tab: RulesTab;
  readonly actions?: JSX.Element;
  readonly onPrint?: () => void;
  readonly children: JSX.Element;
}): JSX.Element {
  return (
    <Page
      title={RULES.title}
      purpose={RULES.purpose(RULE_SET.docNo)}
      density="compact"
      actions={props.actions}
      onPrint={props.onPrint}
    >
      <nav class={styles.tabs} aria-label={RULES.tabsName}>
        <For each={Object.keys(RULES.tabs) as RulesTab[]}>
          {(tab) => (
            <a href={HREF[tab]} aria-current={props.tab === tab ? 'page' : undefined}>
              {RULES.tabs[tab]}
            </a>
          )}
        </For>
      </nav>
      {props.children}
    </Page>
  );
}
