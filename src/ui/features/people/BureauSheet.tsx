import { createEffect, createSignal, type JSX, on, Show } from 'solid-js';
import type { BureauRecord } from '../../../domain/records.ts';
import { FIRST_RUN } from '../../../text/first-run.ts';
import { DIVISION_KIND } from '../../../text/nouns.ts';
import { PEOPLE } from '../../../text/people.ts';
import { RULE } from '../../../text/refusals.ts';
import { changeBureau } from '../../../usecases/change-bureau.ts';
import { attempt } from '../../kit/attempt.ts';
import { Button } from '../../kit/Button.tsx';
import { createChecks } from '../../kit/checks.ts';
import { DivisionRows } from '../../kit/DivisionRows.tsx';
import { divisionsFault, rowsOf, sameRows, toDivisions } from '../../kit/division-form.ts';
import { Facts } from '../../kit/Facts.tsx';
import { FaultList } from '../../kit/FaultList.tsx';
import { Line, Stack } from '../../kit/Layout.tsx';
import { Sheet } from '../../kit/Sheet.tsx';
import { TextField } from '../../kit/TextField.tsx';
import { useOffice, useSeat } from '../../live/office.ts';

/** As many as the entry holds. */
const MOST_DIVISIONS = 100;

export interface BureauSheetProps {
  readonly bureau: BureauRecord;
  /** Why the person cannot change it: then it is shown as it is. */
  readonly cannot: string | undefined;
}

/** The bureau's name and its tree of 科室 and 局属单位. A division once named is closed, never lost. */
export function BureauSheet(props: BureauSheetProps): JSX.Element {
  return (
    <Sheet title={PEOPLE.bureau}>
      <Show when={props.cannot === undefined} fallback={<AsItIs bureau={props.bureau} />}>
        <BureauForm bureau={props.bureau} />
      </Show>
    </Sheet>
  );
}

function AsItIs(props: { readonly bureau: BureauRecord }): JSX.Element {
  const named = (kind: 'division' | 'subordinateUnit'): string =>
    props.bureau.divisions
      .filter((division) => division.kind === kind && !division.closed)
      .map(({ name }) => name ?? '')
      .join(PEOPLE.listed);
  return (
    <Facts
      facts={[
        { term: PEOPLE.bureauName, detail: props.bureau.name ?? '' },
        { term: DIVISION_KIND.division, detail: <>{named('division')}</> },
        { term: DIVISION_KIND.subordinateUnit, detail: <>{named('subordinateUnit')}</> },
      ]}
    />
  );
}

function BureauForm(props: { readonly bureau: BureauRecord }): JSX.Element {
  const office = useOffice();
  const seat = useSeat();
  const known = () => rowsOf(props.bureau.divisions);
  const [name, setName] = createSignal(props.bureau.name ?? '');
  const [rows, setRows] = createSignal(known());
  const [said, setSaid] = createSignal('');
  const [fault, setFault] = createSignal('');
  const form = createChecks({
    name: { label: PEOPLE.bureauName, check: () => (name().trim() === '' ? FIRST_RUN.bureauNameMissing : undefined) },
    divisions: { label: PEOPLE.bureau, check: () => divisionsFault(rows(), MOST_DIVISIONS) },
  });
  // What was signed here, or arrived from another station, is what is edited from now on.
  createEffect(on(known, (now) => setRows(now), { defer: true }));
  const isChanged = () => name().trim() !== (props.bureau.name ?? '') || !sameRows(rows(), known());

  const save = async () => {
    setSaid('');
    if (!form.submit()) return;
    const words = await attempt(
      () => changeBureau(office.desk, seat(), { bureauName: name(), divisions: toDivisions(rows()) }),
      (refusal) => (refusal.code === 'rule' ? RULE[refusal.rule] : FIRST_RUN.bureauNameMissing),
    );
    setFault(words ?? '');
    if (words === undefined) setSaid(PEOPLE.saved);
  };

  return (
    <Stack>
      <FaultList faults={form.faults()} />
      <TextField
        {...form.field('name')}
        label={PEOPLE.bureauName}
        maxLength={60}
        width="24rem"
        value={name()}
        onInput={setName}
      />
      <DivisionRows {...form.field('divisions')} hint={PEOPLE.divisionsHint} rows={rows()} onChange={setRows} />
      <Line>
        <Button look="primary" cannot={isChanged() ? undefined : PEOPLE.unchanged} onPress={save}>
          {PEOPLE.save}
        </Button>
        <span role="status">{isChanged() ? '' : said()}</span>
        <Show when={fault()}>
          <span role="alert">{fault()}</span>
        </Show>
      </Line>
    </Stack>
  );
}
