import { For, type JSX, Show } from 'solid-js';
import { formatNumber } from '../../../domain/numbering.ts';
import { PRINT } from '../../../text/printing.ts';
import { dateInTable } from '../../../text/times.ts';
import { Button } from '../../kit/Button.tsx';
import { CannotRead } from '../../kit/CannotRead.tsx';
import { Line, Row, Rows, Stack } from '../../kit/Layout.tsx';
import { registerSearch, WHOLE_REGISTER } from '../../kit/register-address.ts';
import { Sheet } from '../../kit/Sheet.tsx';
import { Sub } from '../../kit/Words.tsx';
import { createNames, type Names } from '../../live/names.ts';
import { useOffice } from '../../live/office.ts';
import { createWatched } from '../../live/watched.ts';
import { Page } from '../../shell/Page.tsx';
import { monthBefore, monthOf, newestCards, newestHandovers } from './centre-view.ts';
import { FindActivity } from './FindActivity.tsx';
import { FindRecording } from './FindRecording.tsx';
import { PrintLink } from './PrintLink.tsx';
import styles from './printing.module.css';

/** /print: every form that can be printed now, with what it is printed from. */
export default function PrintCentrePage(): JSX.Element {
  const office = useOffice();
  const names = createNames();
  const known = createWatched(
    () => null,
    async (model) => {
      const [handovers, cards] = await Promise.all([model.all('handover'), model.all('card')]);
      return { handovers: newestHandovers(handovers), cards: newestCards(cards) };
    },
  );
  const month = () => registerSearch({ ...WHOLE_REGISTER, ...monthOf(office.now()), descending: false });
  return (
    <Page title={PRINT.centre} purpose={PRINT.purpose}>
      <Show when={known.fault()}>{(error) => <CannotRead error={error()} />}</Show>
      <div class={styles.forms}>
        <Stack>
          <Form title={PRINT.f1.title} why={PRINT.f1.why}>
            <Line>
              <Button href="/print/F1/original">{PRINT.f1.original}</Button>
              <Button href="/print/F1/working">{PRINT.f1.working}</Button>
            </Line>
          </Form>
          <Form title={PRINT.f4.title} why={PRINT.f4.why}>
            <Line>
              <Button href="/register">{PRINT.f4.register}</Button>
              <Button href={`/print/F4${month()}`}>{PRINT.f4.month}</Button>
            </Line>
          </Form>
          <Form title={PRINT.ofActivity.title} why={PRINT.ofActivity.why}>
            <FindActivity />
          </Form>
          <Form title={PRINT.f10.title} why={PRINT.f10.why}>
            <FindRecording />
          </Form>
        </Stack>
        <Stack>
          <Form title={PRINT.f0.title} why={PRINT.f0.why}>
            <Button href="/print/F0-rules">{PRINT.print}</Button>
          </Form>
          <Form title={PRINT.f2.title} why={PRINT.f2.why}>
            <Months form="F2" />
          </Form>
          <Form title={PRINT.f3.title} why={PRINT.f3.why}>
            <Months form="F3" />
          </Form>
          <Form title={PRINT.f15List.title} why={PRINT.f15List.why}>
            <Button href="/print/F15-list">{PRINT.print}</Button>
          </Form>
          <Form title={PRINT.f7.title} why={PRINT.f7.why} bare>
            <Handovers list={known()?.handovers} names={names} />
          </Form>
          <Form title={PRINT.f16.title} why={PRINT.f16.why} bare>
            <Cards list={known()?.cards} names={names} />
          </Form>
        </Stack>
      </div>
    </Page>
  );
}

function Form(props: {
  readonly title: string;
  readonly why: string;
  readonly bare?: boolean;
  readonly children: JSX.Element;
}): JSX.Element {
  return (
    <Sheet title={props.title} bare={props.bare}>
      <p class={props.bare ? styles.whyBare : styles.why}>
        <Sub>{props.why}</Sub>
      </p>
      {props.children}
    </Sheet>
  );
}

/** A register of days is printed by the month. */
function Months(props: { readonly form: 'F2' | 'F3' }): JSX.Element {
  const office = useOffice();
  const href = (month: { readonly from: string; readonly to: string }) =>
    `/print/${props.form}?from=${month.from}&to=${month.to}`;
  return (
    <Line>
      <Button href={href(monthOf(office.now()))}>{PRINT.month}</Button>
      <Button href={href(monthBefore(office.now()))}>{PRINT.lastMonth}</Button>
    </Line>
  );
}

function Handovers(props: {
  readonly list: ReturnType<typeof newestHandovers> | undefined;
  readonly names: Names;
}): JSX.Element {
  return (
    <Show when={props.list}>
      {(list) => (
        <Show when={list().length > 0} fallback={<p class={styles.none}>{PRINT.f7.none}</p>}>
          <Rows>
            <For each={list()}>
              {(one) => (
                <Row end={<PrintLink href={`/print/F7/${one.id}`} no={formatNumber(one.no)} />}>
                  <b>{formatNumber(one.no)}</b>{' '}
                  <Sub>
                    {PRINT.handoverLine(
                      props.names.person(one.from),
                      props.names.person(one.to),
                      one.recordings.length,
                    )}
                  </Sub>
                </Row>
              )}
            </For>
          </Rows>
        </Show>
      )}
    </Show>
  );
}

function Cards(props: {
  readonly list: ReturnType<typeof newestCards> | undefined;
  readonly names: Names;
}): JSX.Element {
  return (
    <Show when={props.list}>
      {(list) => (
        <Show when={list().length > 0} fallback={<p class={styles.none}>{PRINT.f16.none}</p>}>
          <Rows>
            <For each={list()}>
              {(card) => (
                <Row end={<PrintLink href={`/print/F16/${card.id}`} no={formatNumber(card.no)} />}>
                  <b>{formatNumber(card.no)}</b>{' '}
                  <Sub>
                    {PRINT.cardLine(
                      dateInTable(card.sealed.at),
                      card.sealed.by.kind === 'person' ? props.names.person(card.sealed.by.person) : '',
                    )}
                  </Sub>
                </Row>
              )}
            </For>
          </Rows>
        </Show>
      )}
    </Show>
  );
}
