import { useNavigate, useParams, useSearchParams } from '@solidjs/router';
import { createEffect, createMemo, createSignal, type JSX, Match, on, Show, Switch, untrack } from 'solid-js';
import type { Outcome } from '../../../base/outcome.ts';
import type { FormRequest } from '../../../forms/form-request.ts';
import { formName, PRINT } from '../../../text/printing.ts';
import { RULE } from '../../../text/refusals.ts';
import { logPrint, printsSoFar } from '../../../usecases/print-form.ts';
import { announce } from '../../kit/announce.ts';
import { attempt } from '../../kit/attempt.ts';
import { Button } from '../../kit/Button.tsx';
import { CannotRead } from '../../kit/CannotRead.tsx';
import { Empty } from '../../kit/Empty.tsx';
import { FormPreview } from '../../kit/FormPreview.tsx';
import { Note } from '../../kit/Note.tsx';
import { registerSearch } from '../../kit/register-address.ts';
import { Sheet } from '../../kit/Sheet.tsx';
import { Sub } from '../../kit/Words.tsx';
import { isDemonstration, useOffice, useSeat } from '../../live/office.ts';
import { Page } from '../../shell/Page.tsx';
import { type AskedForm, printLogOf, readAskedForm } from './asked-form.ts';
import { loadForm, MOST_F4_ROWS, printStamp } from './load-form.ts';
import { MOST_PERIOD_ROWS } from './load-period.ts';
import type { LoadedForm, LoadRefusal } from './loaded-form.ts';

/** /print/:form/:id?: one form as it goes on paper. Pressing 打印 signs the print first, so that a reprint says so. */
export default function PrintPage(): JSX.Element {
  const params = useParams<{ form: string; id?: string }>();
  const [address] = useSearchParams();
  const asked = createMemo(() => readAskedForm(params.form, params.id, address), undefined, { equals: sameAsked });
  return (
    <Show
      when={asked()}
      keyed
      fallback={
        <Page title={PRINT.unknownForm} crumbs={CRUMBS}>
          <NoForm title={PRINT.unknownForm} words={PRINT.unknownFormWhy} />
        </Page>
      }
    >
      {(form) => <Preview asked={form} />}
    </Show>
  );
}

const CRUMBS = [{ words: PRINT.centre, href: '/print' }];
const sameAsked = (a: AskedForm | null, b: AskedForm | null): boolean => JSON.stringify(a) === JSON.stringify(b);

function Preview(props: { readonly asked: AskedForm }): JSX.Element {
  const navigate = useNavigate();
  const office = useOffice();
  const sheet = createPrintable(() => props.asked);
  const name = (): string => formName(printCode(props.asked));
  const refusal = (): LoadRefusal | undefined => {
    const now = sheet.loaded();
    return now === undefined || now.ok ? undefined : now.refusal;
  };
  const back = (): void => {
    // Opened by its address, there is no page to go back to.
    if (window.history.length > 1) navigate(-1);
    else navigate('/print');
  };
  return (
    <Page title={name()} crumbs={CRUMBS} density="compact">
      <Switch>
        <Match when={sheet.fault()}>{(error) => <CannotRead error={error()} />}</Match>
        <Match when={refusal()}>{(why) => <Refused why={why()} asked={props.asked} />}</Match>
        <Match when={sheet.form()}>
          {(form) => (
            <>
              <Show when={sheet.trouble()}>
                {(words) => (
                  <Note tone="wait" title={PRINT.notLogged}>
                    {words()}
                  </Note>
                )}
              </Show>
              <FormPreview
                form={form()}
                name={name()}
                beforePrint={sheet.sign}
                fictional={isDemonstration(office)}
                acts={
                  <>
                    <Button onPress={back}>{PRINT.back}</Button>
                    <Show when={sheet.printed()}>{(n) => <Sub>{PRINT.printed(n())}</Sub>}</Show>
                  </>
                }
              />
            </>
          )}
        </Match>
      </Switch>
    </Page>
  );
}

const printCode = (asked: AskedForm): string =>
  asked.kind === 'F1' ? (asked.edition === 'asPrinted' ? 'F1-original' : 'F1-working') : asked.kind;

/** A form as it would be printed now; and, once its print is signed, as it was. */
function createPrintable(asked: () => AskedForm) {
  const { desk } = useOffice();
  const seat = useSeat();
  const [loaded, setLoaded] = createSignal<Outcome<LoadedForm, LoadRefusal>>();
  const [fault, setFault] = createSignal<unknown>(null);
  const [trouble, setTrouble] = createSignal<string>();
  const [printed, setPrinted] = createSignal<number>();
  const log = () => printLogOf(asked(), desk.book.bureau);
  const asOf = desk.now();
  const viewer = () => untrack(seat).record;

  const preview = async (): Promise<void> => {
    const { subject, form } = log();
    const times = 1 + (await printsSoFar(desk, subject, form));
    const as = { print: { printedAt: desk.now(), times }, asOf, stamp: null, viewer: viewer() };
    setLoaded(await loadForm(desk, asked(), as));
  };
  createEffect(on(asked, () => void preview().catch((error: unknown) => setFault(() => error))));

  /** Signs the print. What goes on paper is read after that, so that its own print stands in a chain that is printed. */
  const sign = async (): Promise<FormRequest | null> => {
    const before = loaded();
    if (before === undefined || !before.ok) return null;
    const { recordings } = before.value;
    let times = 0;
    const words = await attempt(
      async () => {
        const signed = await logPrint(desk, seat(), { ...log(), recordings });
        if (signed.ok) times = signed.value;
        return signed;
      },
      (refusal) => RULE[refusal.rule],
    );
    setTrouble(words);
    if (words !== undefined) return null;
    const stamp = await printStamp(desk, log().subject, seat().signer);
    const as = { print: { printedAt: desk.now(), times }, asOf: desk.now(), stamp, viewer: viewer() };
    const now = await loadForm(desk, asked(), as);
    setLoaded(now);
    setPrinted(times);
    announce(PRINT.printed(times));
    return now.ok ? now.value.form : null;
  };
  const form = (): FormRequest | undefined => {
    const now = loaded();
    return now?.ok === true ? now.value.form : undefined;
  };
  return { loaded, form, fault, trouble, printed, sign };
}

function Refused(props: { readonly why: LoadRefusal; readonly asked: AskedForm }): JSX.Element {
  const ofRegister = () => props.asked.kind === 'F4';
  const words = (): readonly [title: string, why: string] => {
    switch (props.why.code) {
      case 'not-found':
        return [PRINT.notFound, PRINT.notFoundWhy];
      case 'nothing':
        return ofRegister()
          ? [PRINT.nothingToPrint, PRINT.nothingToPrintWhy]
          : [PRINT.noneInPeriod, PRINT.noneInPeriodWhy];
      case 'too-many':
        return [
          PRINT.tooMany(props.why.matching),
          ofRegister() ? PRINT.tooManyWhy(MOST_F4_ROWS) : PRINT.tooManyInPeriod(MOST_PERIOD_ROWS),
        ];
    }
  };
  const query = () => (props.asked.kind === 'F4' ? registerSearch(props.asked.query) : undefined);
  return <NoForm title={words()[0]} words={words()[1]} register={query()} />;
}

function NoForm(props: {
  readonly title: string;
  readonly words: string;
  /** Of a register: the filters to go back to. */
  readonly register?: string | undefined;
}): JSX.Element {
  return (
    <Sheet bare>
      <Empty title={props.title} words={props.words}>
        <Show when={props.register} fallback={<Button href="/print">{PRINT.toCentre}</Button>}>
          <Button href={`/register${props.register ?? ''}`}>{PRINT.toRegister}</Button>
        </Show>
      </Empty>
    </Sheet>
  );
}
