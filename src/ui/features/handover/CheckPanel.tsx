import { type JSX, Match, Switch } from 'solid-js';
import { fromInstant } from '../../../domain/time.ts';
import { faultLine } from '../../../text/fault-line.ts';
import { faultWords } from '../../../text/faults.ts';
import { HANDOVER } from '../../../text/handover.ts';
import { STORE } from '../../../text/store.ts';
import { Button } from '../../kit/Button.tsx';
import { JobPanel } from '../../kit/JobPanel.tsx';
import { Line } from '../../kit/Layout.tsx';
import { Sheet } from '../../kit/Sheet.tsx';
import { Tag } from '../../kit/Words.tsx';
import { useOffice } from '../../live/office.ts';
import type { CheckState } from './digest-check.ts';

export interface CheckPanelProps {
  readonly state: CheckState;
  readonly count: number;
  readonly cannot?: string | undefined;
  readonly onCheck: () => Promise<void>;
}

/** 核对校验值: before anybody signs, every file is read again. */
export function CheckPanel(props: CheckPanelProps): JSX.Element {
  const office = useOffice();
  const at = <K extends CheckState['kind']>(kind: K) =>
    props.state.kind === kind ? (props.state as Extract<CheckState, { kind: K }>) : undefined;
  const button = () => (
    <Button cannot={props.cannot} onPress={props.onCheck}>
      {HANDOVER.check(props.count)}
    </Button>
  );
  return (
    <Sheet title={HANDOVER.checkName} sub={HANDOVER.checkWhy} waits={props.state.kind === 'wrong'}>
      <Switch>
        <Match when={at('not-yet')}>{button()}</Match>
        <Match when={at('running')}>
          {(now) => (
            <JobPanel
              name={HANDOVER.checkName}
              job={now().job.job()}
              nowMs={fromInstant(office.now())}
              acts={<Button onPress={() => now().job.stop()}>{STORE.stop}</Button>}
              done={() => ''}
              refused={() => ''}
              failed={(code) => faultWords(code)}
            />
          )}
        </Match>
        <Match when={at('passed')}>{(now) => <Tag tone="good">{HANDOVER.checked(now().recordings.size)}</Tag>}</Match>
        <Match when={at('wrong')}>{(now) => <b role="alert">{HANDOVER.checkedWrong(now().count)}</b>}</Match>
        <Match when={at('refused')}>
          {(now) => (
            <Line>
              <span role="alert">{STORE.refusal[now().refusal.code]}</span>
              <Button href="/store">{STORE.connect}</Button>
              {button()}
            </Line>
          )}
        </Match>
        <Match when={at('failed')}>
          {(now) => (
            <Line>
              <span role="alert">{faultLine(now().code)}</span>
              {button()}
            </Line>
          )}
        </Match>
      </Switch>
    </Sheet>
  );
}
