import { createMemo, createSignal } from 'solid-js';
import { EVERY_RECORDING } from '../../../domain/every-recording.ts';
import type { PersonId, RecordingId } from '../../../domain/ids.ts';
import type { RegisterQuery } from '../../../domain/ports/read-model.ts';
import { HANDOVER } from '../../../text/handover.ts';
import { handoverRefusal, unlockRefusal } from '../../../text/refusals.ts';
import { REGISTER } from '../../../text/register.ts';
import type { Seat } from '../../../usecases/desk.ts';
import { acceptHandover, giveHandover, MOST_IN_HANDOVER } from '../../../usecases/hand-over.ts';
import { useFootageDesk } from '../../live/footage-desk.ts';
import { createNames } from '../../live/names.ts';
import { useOffice, useSeat } from '../../live/office.ts';
import { createWatched } from '../../live/watched.ts';
import { coveredBy, digestCheckOf } from './digest-check.ts';
import { receivers, tickedBefore } from './handover-view.ts';

const READY: RegisterQuery = {
  ...EVERY_RECORDING,
  state: 'stored',
  sort: 'no',
  descending: false,
};

/** The key of the check of a hand-over that has no id yet. */
const NEW = 'new';

/** `both`: the receiver is here and signs too; `give`: only the giver signs now. */
export type How = 'both' | 'give';

export interface Asked {
  readonly recordings: string;
  readonly activity: string;
}

/** The choice of what is handed over and to whom, as it stands. */
function createChoice(asked: () => Asked, before: ReadonlySet<string> | null) {
  const office = useOffice();
  const seat = useSeat();
  const names = createNames();
  const page = createWatched(
    () => null,
    (model) => model.register(READY, { offset: 0, limit: 2000 }),
  );
  const ready = () => page()?.rows ?? [];
  const initially = createMemo(() => tickedBefore(ready(), asked()));
  const [picked, setPicked] = createSignal<ReadonlySet<string> | null>(before);
  const [to, setTo] = createSignal<string>('');
  const [how, setHow] = createSignal<How>('both');
  const [remark, setRemark] = createSignal('');
  const [cleared, setCleared] = createSignal<readonly 'yes'[]>([]);
  const selected = () => picked() ?? initially();
  const rows = createMemo(() => ready().filter((row) => selected().has(row.id)));
  const takers = createMemo(() => receivers(names.registers().persons, seat().person, rows(), office.desk.now()));
  const signers = () => [
    { id: seat().person as string, name: names.person(seat().person) },
    ...(how() === 'both' && to() !== '' ? [{ id: to(), name: names.person(to() as PersonId) }] : []),
  ];
  return {
    names,
    loaded: () => page() !== undefined,
    ready,
    /** More than are listed, where there are very many. */
    allReady: () => page()?.matching ?? 0,
    selected,
    setPicked,
    rows,
    bytes: () => rows().reduce((sum, row) => sum + row.sizeBytes, 0),
    takers,
    to,
    setTo,
    how,
    setHow,
    remark,
    setRemark,
    cleared,
    setCleared,
    signers,
  };
}

/** Opens the key of each signer with the passphrase typed for it; the first wrong one is named and nothing is signed. */
function createKeyOpening(signers: () => readonly { readonly id: string }[]) {
  const office = useOffice();
  const [faults, setFaults] = createSignal<Readonly<Record<string, string>>>({});
  async function openKeys(typed: Readonly<Record<string, string>>): Promise<readonly Seat[] | null> {
    const seats: Seat[] = [];
    for (const signer of signers()) {
      const opened = await office.signAs(signer.id as PersonId, typed[signer.id] ?? '');
      if (!opened.ok) {
        setFaults({ [signer.id]: unlockRefusal(opened.refusal) });
        return null;
      }
      seats.push(opened.value);
    }
    setFaults({});
    return seats;
  }
  return { faults, openKeys };
}

function unfit({ length }: { readonly length: number }): string | undefined {
  if (length === 0) return HANDOVER.chooseFiles;
  return length > MOST_IN_HANDOVER ? REGISTER.handoverTooMany(MOST_IN_HANDOVER) : undefined;
}

/** A hand-over in the making: choice, digest check, signatures. `onGiven` gets the id once it is signed. */
export function createNewHandover(asked: () => Asked, onGiven: (id: string) => void) {
  const office = useOffice();
  const seat = useSeat();
  const check = digestCheckOf(NEW, useFootageDesk(), () => office.desk.now());
  const isAsked = asked().recordings !== '' || asked().activity !== '';
  const choice = createChoice(asked, isAsked ? null : coveredBy(check.state()));
  const [refusal, setRefusal] = createSignal('');
  const { faults, openKeys } = createKeyOpening(choice.signers);
  const passed = () => {
    const state = check.state();
    return state.kind === 'passed' && choice.rows().every((row) => state.recordings.has(row.id)) ? state : null;
  };

  async function sign(typed: Readonly<Record<string, string>>): Promise<void> {
    setRefusal('');
    const [giver, taker] = (await openKeys(typed)) ?? [];
    const state = passed();
    if (giver === undefined || state === null) return;
    const { division } = seat().record;
    const recordings = choice.rows().map((row) => row.id);
    const remark = choice.remark().trim() || null;
    const given = await giveHandover(office.desk, giver, { to: choice.to() as PersonId, recordings, division, remark });
    if (!given.ok) return void setRefusal(handoverRefusal(given.refusal));
    const record = await office.desk.records.get('handover', given.value);
    if (taker !== undefined && record !== null) {
      const checked = { at: state.at, cardCleared: choice.cleared().length > 0, division };
      const accepted = await acceptHandover(office.desk, taker, record, checked);
      if (!accepted.ok) return void setRefusal(handoverRefusal(accepted.refusal));
    }
    check.putAway();
    onGiven(given.value);
  }

  return {
    ...choice,
    check,
    faults,
    refusal,
    sign,
    choose: (ids: ReadonlySet<string>) => {
      choice.setPicked(ids);
      check.reset();
    },
    runCheck: async () => {
      const ids = choice.rows().map((row): RecordingId => row.id);
      await check.run(await office.desk.records.getMany('recording', ids));
    },
    /** What hinders before any file is read. */
    unfit: () => unfit(choice.rows()),
    missing: (): string | undefined => {
      const words = unfit(choice.rows());
      if (words !== undefined) return words;
      if (choice.to() === '') return HANDOVER.choosePeople;
      return passed() === null ? HANDOVER.notChecked : undefined;
    },
  };
}

export type NewHandover = ReturnType<typeof createNewHandover>;
