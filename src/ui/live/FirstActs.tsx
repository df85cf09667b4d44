import { createMemo, type JSX } from 'solid-js';
import { FIRST_ACTS } from '../../text/first-acts.ts';
import { Button } from '../kit/Button.tsx';
import { Empty } from '../kit/Empty.tsx';
import { cannotPlan } from '../kit/may-plan.ts';
import { Article } from '../kit/Words.tsx';
import { type FirstActKind, firstActs } from './first-acts.ts';
import { createNames } from './names.ts';
import { useSeat } from './office.ts';

const PLACES: Readonly<Record<FirstActKind, { readonly href: string; readonly article: number }>> = {
  persons: { href: '/people', article: 1 },
  equipment: { href: '/equipment', article: 2 },
  activity: { href: '/activities/new', article: 6 },
  intake: { href: '/intake', article: 13 },
};

/** A page of a new bureau: what will be here, and what to do first. */
export function FirstActs(props: { readonly title: string; readonly words: string }): JSX.Element {
  const seat = useSeat();
  const names = createNames();
  const known = createMemo(() => firstActs(names.registers(), seat().record));
  const act = (kind: FirstActKind) => {
    const { href, article } = PLACES[kind];
    const words = FIRST_ACTS[kind];
    return {
      title: words.title,
      why: [words.why, <Article article={article} />],
      act: (
        <Button
          href={href}
          look={known().next === kind ? 'primary' : 'plain'}
          cannot={kind === 'activity' ? cannotPlan(seat().record) : undefined}
          reasonAt="under"
        >
          {words.act}
        </Button>
      ),
    };
  };
  return <Empty title={props.title} words={props.words} acts={known().acts.map(act)} />;
}
