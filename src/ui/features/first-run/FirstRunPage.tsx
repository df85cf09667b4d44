import { createSignal, type JSX, Match, onCleanup, Switch } from 'solid-js';
import { createStore } from 'solid-js/store';
import type { Outcome } from '../../../base/outcome.ts';
import { FIRST_RUN } from '../../../text/first-run.ts';
import { foundingRefusal } from '../../../text/refusals.ts';
import type { Founded, Founding, FoundingRefusal } from '../../../usecases/found-bureau.ts';
import { Stack } from '../../kit/Layout.tsx';
import { Steps } from '../../kit/Steps.tsx';
import { FirstFrame } from '../../shell/FirstFrame.tsx';
import { BureauStep } from './BureauStep.tsx';
import { emptyDraft, type FoundingDraft, toFounding } from './founding-draft.ts';
import { PersonStep } from './PersonStep.tsx';
import { RecoveryStep } from './RecoveryStep.tsx';
import { StationStep } from './StationStep.tsx';

export interface FirstRunPageProps {
  readonly found: (founding: Founding) => Promise<Outcome<Founded, FoundingRefusal>>;
  /** Opens the recovery sheet for printing. */
  readonly showRecovery: (founded: Founded, founding: Founding) => void;
  readonly enter: () => void;
}

type At = 'bureau' | 'person' | 'station' | 'recovery';
const ORDER: readonly At[] = ['bureau', 'person', 'station', 'recovery'];

/** First use: which bureau, who are you, this PC; then the recovery sheet. Going back loses nothing. */
export default function FirstRunPage(props: FirstRunPageProps): JSX.Element {
  const [at, setAt] = createSignal<At>('bureau');
  const [draft, setDraft] = createStore<FoundingDraft>(emptyDraft());
  const [refusal, setRefusal] = createSignal('');
  const [founded, setFounded] = createSignal<{ readonly made: Founded; readonly founding: Founding } | null>(null);
  const change = (part: Partial<FoundingDraft>) => setDraft(part);
  const steps = () =>
    ORDER.map((step, index) => ({
      name: FIRST_RUN.steps[step],
      result: FIRST_RUN.stepHints[step],
      state: index < ORDER.indexOf(at()) ? ('done' as const) : step === at() ? ('now' as const) : ('later' as const),
    }));

  const found = async () => {
    const founding = toFounding(draft);
    const result = await props.found(founding);
    if (!result.ok) return void setRefusal(foundingRefusal(result.refusal));
    setDraft({ passphrase: '', passphraseAgain: '' });
    setFounded({ made: result.value, founding });
    setAt('recovery');
  };
  const warn = (event: BeforeUnloadEvent) => at() === 'recovery' && event.preventDefault();
  window.addEventListener('beforeunload', warn);
  onCleanup(() => window.removeEventListener('beforeunload', warn));

  return (
    <FirstFrame title={FIRST_RUN.title} purpose={FIRST_RUN.purpose} foot={FIRST_RUN.foot}>
      <Stack>
        <Steps name={FIRST_RUN.stepsName} steps={steps()} />
        <Switch>
          <Match when={at() === 'bureau'}>
            <BureauStep draft={draft} change={change} onNext={() => setAt('person')} />
          </Match>
          <Match when={at() === 'person'}>
            <PersonStep draft={draft} change={change} onNext={() => setAt('station')} onBack={() => setAt('bureau')} />
          </Match>
          <Match when={at() === 'station'}>
            <StationStep
              draft={draft}
              change={change}
              onFound={found}
              onBack={() => setAt('person')}
              refusal={refusal()}
            />
          </Match>
          <Match when={at() === 'recovery' && founded()}>
            {(done) => (
              <RecoveryStep
                keyText={done().made.recovery.text}
                onPrint={() => props.showRecovery(done().made, done().founding)}
                onEnter={() => {
                  setFounded(null);
                  props.enter();
                }}
              />
            )}
          </Match>
        </Switch>
      </Stack>
    </FirstFrame>
  );
}
