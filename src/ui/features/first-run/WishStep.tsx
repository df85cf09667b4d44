import type { JSX } from 'solid-js';
import { createStore } from 'solid-js/store';
import type { Invite } from '../../../domain/invite.ts';
import { FIRST_RUN } from '../../../text/first-run.ts';
import { JOIN_TROUBLE, JOINING } from '../../../text/joining.ts';
import { SYNC } from '../../../text/sync.ts';
import { timeInTable } from '../../../text/times.ts';
import { Button } from '../../kit/Button.tsx';
import { createChecks } from '../../kit/checks.ts';
import { Facts } from '../../kit/Facts.tsx';
import { FaultList } from '../../kit/FaultList.tsx';
import { Fields, Line, Stack } from '../../kit/Layout.tsx';
import { Sheet } from '../../kit/Sheet.tsx';
import { TextField } from '../../kit/TextField.tsx';
import { Sub } from '../../kit/Words.tsx';
import type { JoinWish } from '../../live/join-desk.ts';
import { isCode, MOST, tidyCode } from './founding-draft.ts';

export interface WishStepProps {
  readonly invite: Invite;
  /** What was asked before, to be changed. */
  readonly wish: JoinWish | null;
  /** A code that another station has. */
  readonly taken: string | null;
  readonly onAsk: (wish: JoinWish) => void;
  readonly onBack: () => void;
}

/** 这台电脑: what this PC asks to be called; then it knocks. */
export function WishStep(props: WishStepProps): JSX.Element {
  const [draft, setDraft] = createStore({
    name: props.wish?.name ?? '',
    code: props.wish?.code ?? '',
    place: props.wish?.place ?? '',
  });
  const codeFault = (): string | undefined => {
    const code = tidyCode(draft.code);
    if (!isCode(code)) return FIRST_RUN.codeUnfit;
    if (code === props.taken || code === props.invite.inviter.code) return JOIN_TROUBLE['station-code-taken'].happened;
    return undefined;
  };
  const form = createChecks({
    name: {
      label: FIRST_RUN.stationName,
      check: () => (draft.name.trim() === '' ? FIRST_RUN.stationNameMissing : undefined),
    },
    code: { label: FIRST_RUN.code, check: codeFault },
  });
  if (props.taken !== null) form.refuse('code', JOIN_TROUBLE['station-code-taken'].happened);
  const ask = (): void => {
    if (!form.submit()) return;
    const place = draft.place.trim();
    props.onAsk({ name: draft.name.trim(), code: tidyCode(draft.code), place: place === '' ? null : place });
  };
  return (
    <Stack>
      <FaultList faults={form.faults()} />
      <Sheet>
        <Stack>
          <Facts
            columns={2}
            facts={[
              { term: JOINING.facts.bureau, detail: props.invite.bureauName },
              {
                term: JOINING.facts.inviter,
                detail: SYNC.station(props.invite.inviter.code, props.invite.inviter.name),
              },
              { term: JOINING.facts.expires, detail: timeInTable(props.invite.expiresAt) },
            ]}
          />
          <Fields beside>
            <TextField
              {...form.field('name')}
              label={FIRST_RUN.stationName}
              hint={JOINING.stationNameHint}
              maxLength={MOST.stationName}
              value={draft.name}
              onInput={(name) => setDraft({ name })}
            />
            <TextField
              {...form.field('code')}
              label={FIRST_RUN.code}
              hint={JOINING.codeHint}
              width="6rem"
              tidy={tidyCode}
              maxLength={2}
              value={draft.code}
              onInput={(code) => setDraft({ code })}
            />
            <TextField
              id="place"
              label={FIRST_RUN.place}
              hint={FIRST_RUN.placeHint}
              optional
              maxLength={MOST.place}
              value={draft.place}
              onInput={(place) => setDraft({ place })}
            />
          </Fields>
          <Sub>{JOINING.askWhy}</Sub>
        </Stack>
      </Sheet>
      <Line>
        <Button size="l" onPress={() => props.onBack()}>
          {JOINING.back}
        </Button>
        <Button look="primary" size="l" onPress={ask}>
          {JOINING.ask}
        </Button>
      </Line>
    </Stack>
  );
}
