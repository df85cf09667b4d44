import { createSignal, For, type JSX, Match, onCleanup, Show, Switch } from 'solid-js';
import { isFault } from '../../../base/fault.ts';
import type { Derivative } from '../../../domain/ports/derivative-maker.ts';
import type { ActivityRecord, RecordingRecord } from '../../../domain/records.ts';
import { faultLine } from '../../../text/fault-line.ts';
import { claimDigits, RECORD, reviewRefusal } from '../../../text/record.ts';
import { STORE } from '../../../text/store.ts';
import { timeInTable } from '../../../text/times.ts';
import { Button } from '../../kit/Button.tsx';
import { Line } from '../../kit/Layout.tsx';
import { Note } from '../../kit/Note.tsx';
import { useFootageDesk } from '../../live/footage-desk.ts';
import type { Names } from '../../live/names.ts';
import { useOffice, useSeat } from '../../live/office.ts';
import { createPictureUrl } from '../../live/picture-url.ts';
import { Derive, DerivedNote } from './Derive.tsx';
import { Photo } from './Photo.tsx';
import { Player, type PlayerProps } from './Player.tsx';
import styles from './record.module.css';
import { reviewStanding } from './record-view.ts';
import { reviewLog } from './review-log.ts';

export interface ReviewProps {
  readonly recording: RecordingRecord;
  readonly activity: ActivityRecord | null;
  readonly names: Names;
}

const T = RECORD.review;

/** 采集核对: the player, or in plain words why it is locked. */
export function ReviewSheet(props: ReviewProps): JSX.Element {
  const office = useOffice();
  const seat = useSeat();
  const hindrance = (): string | undefined => {
    const may = reviewStanding(props.recording, seat().record);
    if (!may.ok) return reviewRefusal(may.refusal);
    return office.tab() === 'follower' ? T.otherWindow : undefined;
  };
  return (
    <Show when={hindrance() === undefined} fallback={<Note title={T.locked}>{hindrance()}</Note>}>
      <Gate {...props} />
    </Show>
  );
}

type Shown = Extract<Opening, { readonly kind: 'open' }>;
type Opening =
  | { readonly kind: 'closed' }
  | { readonly kind: 'opening' }
  | {
      readonly kind: 'open';
      readonly url: string;
      readonly original: Blob;
      /** Shown in place of the original, which does not play. */
      readonly derivative: Derivative | null;
    }
  | { readonly kind: 'no-medium' }
  | { readonly kind: 'failed'; readonly words: string };

/** Nothing is opened before somebody asks for it; what was opened is let go when the page is left. */
function Gate(props: ReviewProps): JSX.Element {
  const office = useOffice();
  const seat = useSeat();
  const footage = useFootageDesk();
  const [state, setState] = createSignal<Opening>({ kind: 'closed' });
  const thumbnail = createPictureUrl(() => props.recording.id, footage.thumbnail);
  // The person who opens it is the one it is logged for, whoever sits here when it is closed.
  const log = reviewLog(office.desk, seat(), props.recording, props.activity);
  const isPhoto = (): boolean => props.recording.mediaType === 'photo';
  onCleanup(() => {
    const last = state();
    if (last.kind !== 'open') return;
    URL.revokeObjectURL(last.url);
    if (last.derivative !== null) footage.dropDerivative(props.recording.id);
  });

  const open = async (): Promise<void> => {
    setState({ kind: 'opening' });
    try {
      const opened = await footage.openForReview(props.recording);
      if (!opened.ok) return void setState({ kind: 'no-medium' });
      const at = office.desk.now();
      const words = isPhoto() ? await log({ fromSec: 0, toSec: 0, startedAt: at, endedAt: at }) : undefined;
      if (words !== undefined) return void setState({ kind: 'failed', words });
      setState({ kind: 'open', url: URL.createObjectURL(opened.value), original: opened.value, derivative: null });
    } catch (error) {
      setState({ kind: 'failed', words: faultLine(isFault(error) ? error.code : 'unexpected') });
    }
  };
  const showDerived = (derivative: Derivative): void => {
    const last = state();
    if (last.kind !== 'open') return void footage.dropDerivative(props.recording.id);
    URL.revokeObjectURL(last.url);
    setState({ ...last, url: URL.createObjectURL(derivative.blob), derivative });
  };
  const marks = (): readonly string[] => [
    T.watermark(props.names.person(seat().person), timeInTable(office.now())),
    claimOf(props),
  ];
  const at = <K extends Opening['kind']>(kind: K) => {
    const now = state();
    return now.kind === kind ? (now as Extract<Opening, { kind: K }>) : undefined;
  };
  return (
    <Show
      when={at('open')}
      keyed
      fallback={
        <section class={styles.player} aria-label={T.heading}>
          <div class={styles.frame}>
            <Show when={thumbnail()}>{(url) => <img class={styles.poster} src={url()} alt={T.picture} />}</Show>
            <div class={styles.gate}>
              <p>{T.lead}</p>
              <Switch>
                <Match when={at('no-medium')}>
                  <p role="alert">{props.recording.copies.length === 0 ? T.elsewhere : T.mediumMissing}</p>
                </Match>
                <Match when={at('failed')}>{(now) => <p role="alert">{now().words}</p>}</Match>
              </Switch>
              <Line>
                <Button look="primary" onPress={open}>
                  {at('opening') ? T.opening : isPhoto() ? T.openPhoto : T.open}
                </Button>
                <Show when={at('no-medium')}>
                  <Connect {...props} onDone={open} />
                </Show>
              </Line>
            </div>
          </div>
        </section>
      }
    >
      {(now) => (
        <Show when={!isPhoto()} fallback={<Photo url={now.url} marks={marks()} />}>
          <Film
            shown={now}
            recording={props.recording}
            poster={thumbnail() ?? undefined}
            marks={marks()}
            log={log}
            onDerived={showDerived}
          />
        </Show>
      )}
    </Show>
  );
}

/** The original, or what was derived of it; what does not play is offered as a derivative. */
function Film(props: {
  readonly shown: Shown;
  readonly recording: RecordingRecord;
  readonly poster: string | undefined;
  readonly marks: readonly string[];
  readonly log: PlayerProps['log'];
  readonly onDerived: (derivative: Derivative) => void;
}): JSX.Element {
  const office = useOffice();
  const derivative = (): Derivative | null => props.shown.derivative;
  const offer = (why: 'cannot' | 'silent'): JSX.Element => (
    <Show when={derivative() === null}>
      <Derive
        recording={props.recording}
        original={props.shown.original}
        offer={why === 'cannot' ? T.derive.offer : T.derive.offerSilent}
        onMade={props.onDerived}
      />
    </Show>
  );
  return (
    <Player
      url={props.shown.url}
      sound={props.recording.mediaType === 'audio'}
      poster={props.poster}
      marks={derivative() === null ? props.marks : [...props.marks, T.derive.mark]}
      knownLengthSec={props.recording.durationMs === null ? undefined : props.recording.durationMs / 1000}
      now={office.desk.now}
      log={props.log}
      instead={offer}
      note={
        <Show when={derivative()}>
          {(made) => <DerivedNote derivative={made()} sha256={props.recording.digests.sha256} />}
        </Show>
      }
    />
  );
}

const claimOf = ({ recording, names }: ReviewProps): string => {
  const [source] = recording.sources;
  const claim = source?.capturedAtRaw ?? null;
  const device = source?.device ?? null;
  if (claim === null) return '';
  return T.claim(device === null ? RECORD.facts.notBureauDevice : names.device(device), claimDigits(claim));
};

/** The media that hold a copy, to be connected with a press each. */
function Connect(props: ReviewProps & { readonly onDone: () => Promise<void> }): JSX.Element {
  const footage = useFootageDesk();
  const [fault, setFault] = createSignal<string>();
  return (
    <>
      <For each={props.recording.copies}>
        {(copy) => (
          <Button
            onPress={async () => {
              const connected = await footage.connectMedium(copy.medium);
              setFault(connected.ok ? undefined : STORE.refusal[connected.refusal.code]);
              if (connected.ok) await props.onDone();
            }}
          >
            {T.connect(props.names.medium(copy.medium))}
          </Button>
        )}
      </For>
      <Show when={fault()}>{(words) => <span role="alert">{words()}</span>}</Show>
    </>
  );
}
