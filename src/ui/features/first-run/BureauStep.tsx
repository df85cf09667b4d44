import { createSignal, type JSX, Show } from 'solid-js';
import type { Invite } from '../../../domain/invite.ts';
import { FIRST_RUN } from '../../../text/first-run.ts';
import { tidyDocumentNumber } from '../../../text/typed.ts';
import { Button } from '../../kit/Button.tsx';
import { type Checks, createChecks } from '../../kit/checks.ts';
import { DivisionRows } from '../../kit/DivisionRows.tsx';
import { divisionsFault } from '../../kit/division-form.ts';
import { Facts } from '../../kit/Facts.tsx';
import { FaultList } from '../../kit/FaultList.tsx';
import { Fields, Line, Stack } from '../../kit/Layout.tsx';
import { Sheet } from '../../kit/Sheet.tsx';
import { TextField } from '../../kit/TextField.tsx';
import { Sub } from '../../kit/Words.tsx';
import type { JoinDesk } from '../../live/join-desk.ts';
import { Way, Ways } from '../../shell/FirstFrame.tsx';
import { type FoundingDraft, MOST } from './founding-draft.ts';
import { InvitationEntry } from './InvitationEntry.tsx';

export interface StepProps {
  readonly draft: FoundingDraft;
  readonly change: (part: Partial<FoundingDraft>) => void;
  readonly onNext: () => void;
  readonly onBack: () => void;
}

type BureauChecks = Checks<'bureauName' | 'ruleDocNo' | 'divisions'>;

const bureauChecks = (draft: () => FoundingDraft): BureauChecks =>
  createChecks({
    bureauName: {
      label: FIRST_RUN.bureauName,
      check: () => (draft().bureauName.trim() === '' ? FIRST_RUN.bureauNameMissing : undefined),
    },
    ruleDocNo: {
      label: FIRST_RUN.ruleDocNo,
      check: () => (draft().ruleDocNo.trim() === '' ? FIRST_RUN.ruleDocNoMissing : undefined),
    },
    divisions: { label: FIRST_RUN.divisions, check: () => divisionsFault(draft().divisions, MOST.divisions) },
  });

export interface BureauStepProps extends Omit<StepProps, 'onBack'> {
  readonly join: Pick<JoinDesk, 'read' | 'scan'>;
  readonly invitation?: string | undefined;
  readonly onInvite: (invite: Invite) => void;
}

/** 哪个局: join the bureau with an invitation from one of its PCs, or found its book, with the profile filled in. */
export function BureauStep(props: BureauStepProps): JSX.Element {
  const [way, setWay] = createSignal<'found' | 'join'>(props.invitation === undefined ? 'found' : 'join');
  const [editing, setEditing] = createSignal(false);
  const form = bureauChecks(() => props.draft);
  const next = (): void => {
    if (form.submit()) props.onNext();
    else setEditing(true);
  };
  return (
    <Stack>
      <Ways name={FIRST_RUN.steps.bureau}>
        <Way id="way-join" group="way" title={FIRST_RUN.join} chosen={way() === 'join'} onChoose={() => setWay('join')}>
          <p>{FIRST_RUN.joinWhy}</p>
          <Show when={way() === 'join'} fallback={<Sub>{FIRST_RUN.joinHow}</Sub>}>
            <InvitationEntry
              read={props.join.read}
              scan={props.join.scan}
              given={props.invitation}
              onInvite={props.onInvite}
            />
          </Show>
        </Way>
        <Way
          id="way-found"
          group="way"
          title={FIRST_RUN.found}
          chosen={way() === 'found'}
          onChoose={() => setWay('found')}
        >
          <p>{FIRST_RUN.foundWhy}</p>
          <Profile draft={props.draft} />
          <Sub>{FIRST_RUN.twoBooks}</Sub>
        </Way>
      </Ways>
      <Show when={way() === 'found'}>
        <FaultList faults={form.faults()} />
        <Show when={editing()}>
          <ProfileFields draft={props.draft} change={props.change} form={form} />
        </Show>
        <Line>
          <Button look="primary" size="l" onPress={next}>
            {FIRST_RUN.next}
          </Button>
          <Button size="l" expanded={editing()} onPress={() => setEditing(!editing())}>
            {editing() ? FIRST_RUN.editDone : FIRST_RUN.edit}
          </Button>
        </Line>
      </Show>
    </Stack>
  );
}

function Profile(props: { readonly draft: FoundingDraft }): JSX.Element {
  const divisions = (): string => props.draft.divisions.map((row) => row.name.trim()).join(FIRST_RUN.listed);
  return (
    <Facts
      facts={[
        { term: FIRST_RUN.facts.bureau, detail: <>{FIRST_RUN.bureauFact(props.draft.bureauName.trim())}</> },
        { term: FIRST_RUN.facts.rule, detail: <>{props.draft.ruleDocNo}</> },
        { term: FIRST_RUN.facts.divisions, detail: <>{divisions()}</> },
        { term: FIRST_RUN.facts.founder, detail: FIRST_RUN.founderFact },
      ]}
    />
  );
}

function ProfileFields(props: {
  readonly draft: FoundingDraft;
  readonly change: StepProps['change'];
  readonly form: BureauChecks;
}): JSX.Element {
  return (
    <Sheet>
      <Fields>
        <Fields beside>
          <TextField
            {...props.form.field('bureauName')}
            label={FIRST_RUN.bureauName}
            maxLength={MOST.bureauName}
            value={props.draft.bureauName}
            onInput={(bureauName) => props.change({ bureauName })}
          />
          <TextField
            {...props.form.field('ruleDocNo')}
            label={FIRST_RUN.ruleDocNo}
            tidy={tidyDocumentNumber}
            maxLength={MOST.ruleDocNo}
            value={props.draft.ruleDocNo}
            onInput={(ruleDocNo) => props.change({ ruleDocNo })}
          />
        </Fields>
        <DivisionRows
          {...props.form.field('divisions')}
          hint={FIRST_RUN.divisionsHint}
          rows={props.draft.divisions}
          onChange={(divisions) => props.change({ divisions })}
        />
      </Fields>
    </Sheet>
  );
}
