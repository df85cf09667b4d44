import { createEffect, createSignal, type JSX, Match, on, onCleanup, Show, Switch } from 'solid-js';
import { createStore } from 'solid-js/store';
import type { Outcome } from '../../../base/outcome.ts';
import type { Invite } from '../../../domain/invite.ts';
import { FIRST_RUN } from '../../../text/first-run.ts';
import { foundingRefusal } from '../../../text/refusals.ts';
import type { Founded, Founding, FoundingRefusal } from '../../../usecases/found-bureau.ts';
import { attempt } from '../../kit/attempt.ts';
import { Stack } from '../../kit/Layout.tsx';
import { NOT_TYPED, type TypedTwice } from '../../kit/person-form.ts';
import { Steps } from '../../kit/Steps.tsx';
import type { JoinDesk } from '../../live/join-desk.ts';
import { BureauStep } from './BureauStep.tsx';
import { emptyDraft, type FoundingDraft, toFounding } from './founding-draft.ts';
import { type FoundedElsewhere, KnownElsewhereNote } from './KnownElsewhereNote.tsx';
import { PersonStep } from './PersonStep.tsx';
import { RecoveryStep } from './RecoveryStep.tsx';
import { StationStep } from './StationStep.tsx';
import { type FirstStep, stepsAt } from './steps-view.ts';

export interface FoundStepsProps {
  readonly found: (founding: Founding) => Promise<Outcome<Founded, FoundingRefusal>>;
  /** Opens the recovery sheet for printing. */
  readonly showRecovery: (founded: Founded, founding: Founding) => void;
  readonly enter: () => void;
  /** Where a bureau is known to have a book already: a second one would never come together with it. */
  readonly elsewhere: FoundedElsewhere | null;
  readonly join: Pick<JoinDesk, 'read' | 'scan'>;
  /** An invitation the address brought along, as text. */
  readonly invitation?: string | undefined;
  readonly onInvite: (invite: Invite) => void;
}

interface Made {
  readonly founded: Founded;
  readonly founding: Founding;
}

/** Founding: which bureau, who are you, this PC; then the recovery sheet. Going back loses nothing. */
export function FoundSteps(props: FoundStepsProps): JSX.Element {
  const [at, setAt] = createSignal<FirstStep>('bureau');
  const [draft, setDraft] = createStore<FoundingDraft>(emptyDraft());
  const [typed, setTyped] = createSignal<TypedTwice>(NOT_TYPED);
  const [made, setMade] = createSignal<Made | null>(null);
  let step: HTMLDivElement | undefined;
  const change = (part: Partial<FoundingDraft>) => setDraft(part);
  createEffect(
    on(
      at,
      () => {
        step?.focus({ preventScroll: true });
        window.scrollTo({ top: 0 });
      },
      { defer: true },
    ),
  );
  keepKeyInSight(() => at() === 'recovery');
  onCleanup(() => setTyped(NOT_TYPED));

  const found = (): Promise<string | undefined> =>
    attempt(async () => {
      const founding = toFounding(draft, typed().first);
      const outcome = await props.found(founding);
      if (outcome.ok) {
        setTyped(NOT_TYPED);
        setMade({
          founded: outcome.value,
          founding: { ...founding, founder: { ...founding.founder, passphrase: '' } },
        });
        setAt('recovery');
      }
      return outcome;
    }, foundingRefusal);
  const enter = (): void => {
    setMade(null);
    props.enter();
  };
  return (
    <Stack>
      <Show when={at() === 'bureau' && props.elsewhere}>{(known) => <KnownElsewhereNote known={known()} />}</Show>
      <Steps name={FIRST_RUN.stepsName} steps={stepsAt(at(), draft)} />
      <div
        tabindex="-1"
        ref={(el) => {
          step = el;
        }}
      >
        <Switch>
          <Match when={at() === 'bureau'}>
            <BureauStep
              draft={draft}
              change={change}
              onNext={() => setAt('person')}
              join={props.join}
              invitation={props.invitation}
              onInvite={props.onInvite}
            />
          </Match>
          <Match when={at() === 'person'}>
            <PersonStep
              draft={draft}
              change={change}
              typed={typed()}
              onTyped={setTyped}
              onNext={() => setAt('station')}
              onBack={() => setAt('bureau')}
            />
          </Match>
          <Match when={at() === 'station'}>
            <StationStep draft={draft} change={change} onFound={found} onBack={() => setAt('person')} />
          </Match>
          <Match when={made()}>
            {(done) => (
              <RecoveryStep
                keyText={done().founded.recovery.text}
                onPrint={() => props.showRecovery(done().founded, done().founding)}
                onEnter={enter}
              />
            )}
          </Match>
        </Switch>
      </div>
    </Stack>
  );
}

/** The browser asks before it leaves the one page that shows the recovery key. */
function keepKeyInSight(shown: () => boolean): void {
  const warn = (event: BeforeUnloadEvent) => shown() && event.preventDefault();
  window.addEventListener('beforeunload', warn);
  onCleanup(() => window.removeEventListener('beforeunload', warn));
}
