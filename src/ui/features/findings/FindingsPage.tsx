import { useSearchParams } from '@solidjs/router';
import { createMemo, type JSX, Match, Show, Switch } from 'solid-js';
import type { Instant } from '../../../domain/time.ts';
import { FINDINGS } from '../../../text/findings-page.ts';
import { Button } from '../../kit/Button.tsx';
import { CannotRead } from '../../kit/CannotRead.tsx';
import { Line } from '../../kit/Layout.tsx';
import { SelectBox } from '../../kit/Select.tsx';
import { Sub } from '../../kit/Words.tsx';
import { createBoardReadings } from '../../live/findings-board.ts';
import { createNames } from '../../live/names.ts';
import { useOffice, useSeat } from '../../live/office.ts';
import { Page } from '../../shell/Page.tsx';
import { FindingsTable } from './FindingsTable.tsx';
import {
  beginningOf,
  findingRows,
  isShownTo,
  type Naming,
  type Period,
  principleFigures,
  reconcileRows,
} from './findings-page-view.ts';
import { ReconcileView } from './ReconcileView.tsx';
import { UnlinkedView } from './UnlinkedView.tsx';

type View = 'findings' | 'reconcile' | 'unlinked';
const VIEWS: readonly View[] = ['findings', 'reconcile', 'unlinked'];
const PERIODS = (Object.keys(FINDINGS.periods) as Period[]).map((value) => ({ value, label: FINDINGS.periods[value] }));

const minuteOf = (now: Instant): Instant => `${now.slice(0, 16)}:00.000Z` as Instant;

/** /findings: what the rules say over all activities, the reconciliation of Art. 6, and the queue of Art. 4. */
export default function FindingsPage(): JSX.Element {
  const office = useOffice();
  const seat = useSeat();
  const names = createNames();
  // In the address, so that the way back from a form or a recording leads to where one was.
  const [address, setAddress] = useSearchParams();
  const view = (): View => VIEWS.find((one) => one === address.view) ?? 'findings';
  const period = (): Period => PERIODS.find(({ value }) => value === address.period)?.value ?? 'days90';
  const setView = (next: View): void => setAddress({ view: next === 'findings' ? null : next });
  const setPeriod = (next: Period): void => setAddress({ period: next === 'days90' ? null : next });
  const minute = createMemo(() => minuteOf(office.now()));
  const { units, progress } = createBoardReadings(() => ({ now: minute(), from: beginningOf(period(), minute()) }));
  const naming: Naming = {
    names,
    get numberStyle() {
      return office.settings().numberStyle;
    },
  };
  const rows = createMemo(() => findingRows(units() ?? [], seat().record, naming));
  const reconciled = createMemo(() => reconcileRows(units() ?? [], seat().record, naming.numberStyle));
  const loose = createMemo(() =>
    (units() ?? []).flatMap((unit) =>
      unit.about.kind === 'unlinked' && isShownTo(unit, seat().record) ? [unit.about.recording] : [],
    ),
  );
  const counts = (): Readonly<Record<View, number>> => ({
    findings: rows().filter(({ mine }) => mine).length,
    reconcile: reconciled().filter(({ state }) => state === 'neither').length,
    unlinked: loose().length,
  });
  const running = (): boolean => progress().done < progress().total;
  return (
    <Page
      title={FINDINGS.title}
      purpose={FINDINGS.purpose}
      density="compact"
      actions={
        <>
          <Show when={running()}>
            <Sub>{FINDINGS.judging(progress().done, progress().total)}</Sub>
          </Show>
          <SelectBox
            name={FINDINGS.period}
            choices={PERIODS}
            value={period()}
            onChange={(value) => value !== '' && setPeriod(value)}
          />
        </>
      }
    >
      <fieldset aria-label={FINDINGS.views.name}>
        <Line>
          {VIEWS.map((one) => (
            <Button pressed={view() === one} onPress={() => setView(one)}>
              {FINDINGS.viewWith(FINDINGS.views[one], counts()[one])}
            </Button>
          ))}
        </Line>
      </fieldset>
      <Switch>
        <Match when={units.fault()}>{(fault) => <CannotRead error={fault()} />}</Match>
        <Match when={units() === undefined}>{null}</Match>
        <Match when={view() === 'findings'}>
          <FindingsTable rows={rows()} />
        </Match>
        <Match when={view() === 'reconcile'}>
          <ReconcileView
            rows={reconciled()}
            principles={principleFigures(units() ?? [], seat().record)}
            from={beginningOf(period(), minute())}
          />
        </Match>
        <Match when={view() === 'unlinked'}>
          <UnlinkedView recordings={loose()} from={beginningOf(period(), minute())} />
        </Match>
      </Switch>
    </Page>
  );
}
