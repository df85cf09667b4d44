import { createSignal, type JSX, Show } from 'solid-js';
import { BY_HAND, HAND_REFUSAL, INVITING } from '../../../text/inviting.ts';
import { SYNC } from '../../../text/sync.ts';
import { attempt } from '../../kit/attempt.ts';
import { Button } from '../../kit/Button.tsx';
import { CopyBox } from '../../kit/CopyBox.tsx';
import { Line, Stack } from '../../kit/Layout.tsx';
import { Note } from '../../kit/Note.tsx';
import { Sheet } from '../../kit/Sheet.tsx';
import { TextField } from '../../kit/TextField.tsx';
import { useOffice } from '../../live/office.ts';
import { type HandLinks, type HandRefusal, useSyncDesk } from '../../live/sync-desk.ts';
import { Page } from '../../shell/Page.tsx';

const COPY = { copy: BY_HAND.copy, copied: INVITING.copied, cannotCopy: INVITING.cannotCopy, rows: 4 } as const;
const words = (refusal: HandRefusal): string => HAND_REFUSAL[refusal.code];

/** /sync/by-hand: two texts carried between two PCs, where there is no service. */
export default function ByHandPage(): JSX.Element {
  const office = useOffice();
  const sync = useSyncDesk();
  const cannot = () => (office.tab() === 'follower' ? SYNC.otherTab : undefined);
  return (
    <Page title={BY_HAND.title} purpose={BY_HAND.purpose} crumbs={[{ words: SYNC.title, href: '/sync' }]}>
      <Show when={sync.byHand} fallback={<Note tone="wait" title={BY_HAND.cannot} />}>
        {(links) => (
          <>
            <Note>{BY_HAND.keepOpen}</Note>
            <Offer links={links()} cannot={cannot()} />
            <Answer links={links()} cannot={cannot()} />
          </>
        )}
      </Show>
    </Page>
  );
}

interface PartProps {
  readonly links: HandLinks;
  readonly cannot: string | undefined;
}

function Offer(props: PartProps): JSX.Element {
  const [offer, setOffer] = createSignal('');
  const [answer, setAnswer] = createSignal('');
  const [fault, setFault] = createSignal<string>();
  const [done, setDone] = createSignal(false);
  const finish = async (): Promise<void> => {
    const refused = await attempt(() => props.links.finish(answer()), words);
    setFault(refused);
    setDone(refused === undefined);
  };
  return (
    <Sheet title={BY_HAND.offerTitle}>
      <Stack>
        <p>{BY_HAND.offerWhy}</p>
        <Show
          when={offer()}
          fallback={
            <Line>
              <Button cannot={props.cannot} onPress={async () => setOffer(await props.links.offer())}>
                {BY_HAND.offer}
              </Button>
            </Line>
          }
        >
          <CopyBox id="hand-offer" label={BY_HAND.offerText} text={offer()} {...COPY} />
          <TextField
            id="hand-answer"
            label={BY_HAND.answerText}
            hint={BY_HAND.answerHint}
            rows={4}
            mono
            value={answer()}
            onInput={setAnswer}
            fault={fault()}
          />
          <Line>
            <Button look="primary" cannot={answer().trim() === '' ? BY_HAND.answerHint : undefined} onPress={finish}>
              {BY_HAND.finish}
            </Button>
            <Show when={done()}>
              <span role="status">{BY_HAND.connected}</span>
            </Show>
          </Line>
        </Show>
      </Stack>
    </Sheet>
  );
}

function Answer(props: PartProps): JSX.Element {
  const [given, setGiven] = createSignal('');
  const [answer, setAnswer] = createSignal('');
  const [fault, setFault] = createSignal<string>();
  const make = async (): Promise<void> => {
    const refused = await attempt(async () => {
      const made = await props.links.answer(given());
      if (made.ok) setAnswer(made.value);
      return made;
    }, words);
    setFault(refused);
  };
  return (
    <Sheet title={BY_HAND.answerTitle}>
      <Stack>
        <p>{BY_HAND.answerWhy}</p>
        <TextField
          id="hand-given"
          label={BY_HAND.given}
          rows={4}
          mono
          value={given()}
          onInput={setGiven}
          fault={fault()}
        />
        <Line>
          <Button cannot={props.cannot ?? (given().trim() === '' ? BY_HAND.answerWhy : undefined)} onPress={make}>
            {BY_HAND.answer}
          </Button>
        </Line>
        <Show when={answer()}>
          <CopyBox id="hand-back" label={BY_HAND.back} text={answer()} {...COPY} />
        </Show>
      </Stack>
    </Sheet>
  );
}
