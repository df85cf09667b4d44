import { type JSX, Show } from 'solid-js';
import { CHECK_ACTIONS } from '../../../domain/course-words.ts';
import type { Instant } from '../../../domain/time.ts';
import { CHECK_ACTION, CHECKCARD } from '../../../text/checkcard.ts';
import { clock } from '../../../text/times.ts';
import { Button } from '../../kit/Button.tsx';
import { OneOf, RadioChoices } from '../../kit/Choices.tsx';
import { Fields } from '../../kit/Layout.tsx';
import { Note } from '../../kit/Note.tsx';
import { TextField } from '../../kit/TextField.tsx';
import { Tag } from '../../kit/Words.tsx';
import {
  batteryOf,
  type CheckFields,
  faultsSeen,
  freeGBOf,
  minutesOf,
  offsetOf,
  plannedOf,
  readShown,
} from './check-view.ts';
import styles from './checkcard.module.css';

const T = CHECKCARD.form;
const ACTIONS = CHECK_ACTIONS.map((value) => ({ value, label: CHECK_ACTION[value] }));

export interface CheckFormProps {
  readonly id: string;
  readonly fields: CheckFields;
  readonly onChange: (part: Partial<CheckFields>) => void;
  readonly now: Instant;
  readonly who: string;
  readonly clockOffsetWarnSec: number;
}

/** The rows of the card in the order of Art. 5: battery, space, date and time; then a test and the lens. */
export function CheckForm(props: CheckFormProps): JSX.Element {
  /** What was typed over is no longer the device's word. */
  const type = (name: CheckFields['told'][number], part: Partial<CheckFields>): void =>
    props.onChange({ ...part, told: props.fields.told.filter((one) => one !== name) });
  const from = (name: CheckFields['told'][number], filled: string): string | undefined => {
    if (filled === '') return undefined;
    return props.fields.told.includes(name) ? T.byDevice : T.byPerson(props.who);
  };
  const bad = (value: number | null | undefined, words: string): string | undefined =>
    value === undefined ? words : undefined;
  return (
    <Fields>
      <div class={styles.pair}>
        <TextField
          id={`${props.id}-battery`}
          label={T.battery}
          unit={T.batteryUnit}
          width="9rem"
          optional
          inputMode="numeric"
          value={props.fields.battery}
          hint={from('battery', props.fields.battery) ?? T.batteryHint}
          fault={bad(batteryOf(props.fields), T.batteryBad)}
          onInput={(battery) => type('battery', { battery })}
        />
        <TextField
          id={`${props.id}-space`}
          label={T.space}
          unit={T.spaceUnit}
          width="11rem"
          optional
          inputMode="decimal"
          value={props.fields.freeGB}
          hint={from('freeGB', props.fields.freeGB)}
          fault={bad(freeGBOf(props.fields), T.spaceBad)}
          onInput={(freeGB) => type('freeGB', { freeGB })}
        />
        <TextField
          id={`${props.id}-minutes`}
          label={T.minutes}
          unit={T.minutesUnit}
          width="9rem"
          optional
          inputMode="numeric"
          value={props.fields.minutes}
          fault={bad(minutesOf(props.fields), T.minutesBad)}
          onInput={(minutes) => props.onChange({ minutes })}
        />
        <TextField
          id={`${props.id}-planned`}
          label={T.planned}
          unit={T.minutesUnit}
          width="9rem"
          optional
          inputMode="numeric"
          value={props.fields.planned}
          hint={roomWords(props.fields)}
          fault={bad(plannedOf(props.fields), T.minutesBad)}
          onInput={(planned) => props.onChange({ planned })}
        />
      </div>
      <ClockRow {...props} from={from('shown', props.fields.shown)} onType={(part) => type('shown', part)} />
      <LastRows {...props} />
    </Fields>
  );
}

/** Whether what can be recorded is enough for what is planned. */
function roomWords(fields: CheckFields): string | undefined {
  const [minutes, planned] = [minutesOf(fields), plannedOf(fields)];
  if (typeof minutes !== 'number' || typeof planned !== 'number') return undefined;
  return minutes >= planned ? T.enough : T.notEnough(planned - minutes);
}

function ClockRow(
  props: CheckFormProps & {
    readonly from: string | undefined;
    readonly onType: (part: Partial<CheckFields>) => void;
  },
): JSX.Element {
  const offset = (): number | null => offsetOf(props.fields);
  const over = (): boolean => Math.abs(offset() ?? 0) > props.clockOffsetWarnSec;
  const readable = (): boolean => readShown(props.fields.shown, props.now) !== undefined;
  return (
    <>
      <TextField
        id={`${props.id}-shown`}
        label={T.shown}
        width="22rem"
        hint={props.from ?? T.shownHint}
        value={props.fields.shown}
        fault={props.fields.shown !== '' && !readable() ? T.shownBad : undefined}
        onInput={(shown) => props.onType({ shown, referenceAt: null })}
        side={
          <Button
            cannot={readable() ? undefined : T.shownBad}
            reasonAt="hidden"
            onPress={() => props.onType({ referenceAt: props.now })}
          >
            {T.press}
          </Button>
        }
      />
      <Show when={props.fields.referenceAt}>
        {(at) => (
          <p class={styles.from}>
            {T.pressed(clock(at()))}
            <Tag tone={over() ? 'wait' : 'good'}>{T.offset(offset() ?? 0)}</Tag>
          </p>
        )}
      </Show>
      <Show when={props.fields.referenceAt !== null && over()}>
        <Note
          tone="wait"
          title={`${T.offset(offset() ?? 0)}${CHECKCARD.joined}${T.offsetOver(props.clockOffsetWarnSec)}`}
        >
          {T.offsetAdvice}
        </Note>
      </Show>
    </>
  );
}

function LastRows(props: CheckFormProps): JSX.Element {
  const faulty = (): boolean => faultsSeen(props.fields, props).length > 0;
  return (
    <>
      <RadioChoices
        id={`${props.id}-test`}
        label={T.test}
        choices={[
          { value: 'ok', label: T.testOk },
          { value: 'bad', label: T.testBad },
        ]}
        value={props.fields.test}
        onChange={(test) => props.onChange({ test })}
      />
      <RadioChoices
        id={`${props.id}-lens`}
        label={T.lens}
        choices={[
          { value: 'clean', label: T.lensClean },
          { value: 'wiped', label: T.lensWiped },
          { value: 'bad', label: T.lensBad },
        ]}
        value={props.fields.lens}
        onChange={(lens) => props.onChange({ lens })}
      />
      <Show when={faulty()}>
        <OneOf
          id={`${props.id}-action`}
          label={T.action}
          hint={T.actionHint}
          optional
          choices={ACTIONS}
          value={props.fields.action}
          onChange={(action) => props.onChange({ action })}
        />
      </Show>
      <TextField
        id={`${props.id}-remark`}
        label={T.remark}
        hint={T.remarkHint}
        optional
        value={props.fields.remark}
        onInput={(remark) => props.onChange({ remark })}
      />
      <RadioChoices
        id={`${props.id}-result`}
        label={T.use}
        choices={[
          { value: 'pass', label: T.pass },
          { value: 'fail', label: T.fail },
        ]}
        value={props.fields.result}
        onChange={(result) => props.onChange({ result })}
      />
    </>
  );
}
