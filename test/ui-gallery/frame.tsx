import { createSignal, type JSX } from 'solid-js';
import { SHELL } from '../../src/text/shell.ts';
import { Button } from '../../src/ui/kit/Button.tsx';
import type { Command } from '../../src/ui/shell/palette-model.ts';
import type { FootState } from '../../src/ui/shell/rail-types.ts';
import { Banner, Shell } from '../../src/ui/shell/Shell.tsx';
import { FOOT, GROUPS, RECORDINGS, TABS } from './sample.ts';

const params = new URLSearchParams(location.search);

export const go = (href: string): void => {
  location.href = href;
};

const COMMANDS: readonly Command[] = [
  { id: 'new', words: '新建执法活动', also: ['出发'], run: () => go('?view=empty') },
  { id: 'take-in', words: '去采集', sub: '采集', keys: 'Alt+4', run: () => go('?view=intake') },
  { id: 'ledger', words: '打开台账', sub: '台账', keys: 'Alt+5', run: () => go('?view=ledger') },
  { id: 'lock', words: '锁定', run: () => {} },
];

export interface GalleryShellProps {
  readonly current: string;
  readonly foot?: Partial<FootState>;
  readonly help?: JSX.Element;
  readonly children: JSX.Element;
}

export function GalleryShell(props: GalleryShellProps): JSX.Element {
  const [query, setQuery] = createSignal('');
  const found = (): readonly Command[] =>
    RECORDINGS.filter((r) => [r.no, r.party, r.place].some((text) => text.includes(query().trim()))).map((r) => ({
      id: r.no,
      words: `${r.type} ${r.no}`,
      sub: `${r.place}，${r.party}`,
      run: () => go('?view=record'),
    }));
  return (
    <Shell
      bureau="洛阳市水利局"
      demo
      groups={GROUPS}
      tabs={TABS}
      current={props.current}
      foot={{ ...FOOT, ...props.foot }}
      onLock={() => go('?view=first')}
      onGo={go}
      commands={COMMANDS}
      found={found()}
      onQuery={setQuery}
      help={props.help}
      banners={
        params.has('banner') ? (
          <Banner act={<Button size="s">{SHELL.actHere}</Button>}>{SHELL.otherWindow}</Banner>
        ) : undefined
      }
    >
      {props.children}
    </Shell>
  );
}
