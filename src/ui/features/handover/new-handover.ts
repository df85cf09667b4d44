import { createMemo, createSignal } from 'solid-js';
import type { PersonId, RecordingId } from '../../../domain/ids.ts';
import type { RegisterQuery } from '../../../domain/ports/read-model.ts';
import { HANDOVER } from '../../../text/handover.ts';
import { handoverRefusal, unlockRefusal } from '../../../text/refusals.ts';
import type { Seat } from '../../../usecases/desk.ts';
import { acceptHandover, giveHandover } from '../../../usecases/hand-over.ts';
import { useFootageDesk } from '../../live/footage-desk.ts';
import { createNames } from '../../live/names.ts';
import { useOffice, useSeat } from '../../live/office.ts';
import { createWatched } from '../../live/watched.ts';
import { createDigestCheck } from './digest-check.ts';
import { receivers } from './handover-view.ts';

const READY: RegisterQuery = {
  text: '',
  from: null,
  to: null,
  officer: null,
  matter: null,
  device: null,
  state: 'stored',
  sort: 'no',
  descending: false,
};

/** `both`: the receiver is here and signs too; `give`: only the giver signs now. */
export type How = 'both' | 'give';

export interface Asked {
  readonly recordings: string;
  readonly activity: string;
}

/** The choice of what is handed over and to whom, as it stands. */
function createChoice(asked: () => Asked) {
  const office = useOffice();
  const seat = useSeat();
  const names = createNames();
  const page = createWatched(
    () => null,
    (model) => model.register(READY, { offset: 0, limit: 2000 }),
  );
  const ready = () => page()?.rows ?? [];
  const initially = createMemo((): ReadonlySet<string> => {
    const wanted = new Set(
      asked()
        .recordings.split(',')
        .filter((id) => id !== ''),
    );
    const some = ready().filter((row) => wanted.has(row.id) || row.activity === asked().activity);
    return new Set((some.length > 0 ? some : ready()).map((row) => row.id));
  });
  const [picked, setPicked] = createSignal<ReadonlySet<string> | null>(null);
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

/** A hand-over in the making: choice, digest check, signatures. `onGiven` gets the id once it is signed. */
export function createNewHandover(asked: () => Asked, onGiven: (id: string) => void) {
  const office = useOffice();
  const seat = useSeat();
  const choice = createChoice(asked);
  const check = createDigestCheck(useFootageDesk(), () => office.desk.now());
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
    missing: (): string | undefined => {
      if (choice.rows().length === 0) return HANDOVER.chooseFiles;
      if (choice.to() === '') return HANDOVER.choosePeople;
      return passed() === null ? HANDOVER.notChecked : undefined;
    },
  };
}

export type NewHandover = ReturnType<typeof createNewHandover>;
