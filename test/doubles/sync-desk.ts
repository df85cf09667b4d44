import { createSignal } from 'solid-js';
import { done, refused } from '../../src/base/outcome.ts';
import { asId, type EntryId, type KeyId, type StationId } from '../../src/domain/ids.ts';
import type { Subject } from '../../src/domain/subject.ts';
import { type Instant, plusMs } from '../../src/domain/time.ts';
import type { JoinRequest, OpenInvitation, PeerView, SyncDesk, SyncReport } from '../../src/ui/live/sync-desk.ts';

/** What the page of other stations can show, as a screen sees it: nothing is sent anywhere. */
export type SyncScene = 'reading' | 'alone' | 'in-step' | 'mixed' | 'asked' | 'invited' | 'expired';

const station = (code: string): StationId => asId<StationId>(code.repeat(22).slice(0, 22));

const peer = (code: string, name: string, parts: Partial<PeerView>): PeerView => ({
  station: station(code),
  code,
  name,
  state: 'connected',
  way: 'direct',
  why: null,
  lastContactAt: null,
  theirs: 21_406,
  signedAt: null,
  toSend: 0,
  toGet: 0,
  fork: null,
  bytesIn: 1_420_000,
  bytesOut: 3_870_000,
  ...parts,
});

function peersOf(scene: SyncScene, now: Instant): readonly PeerView[] {
  const ago = (ms: number): Instant => plusMs(now, -ms);
  const days = (n: number): number => n * 86_400_000;
  if (scene === 'alone' || scene === 'reading' || scene === 'invited' || scene === 'expired') return [];
  const inStep = [
    peer('B', '伊河管理站', { lastContactAt: ago(3000) }),
    peer('C', '法制办公室', { lastContactAt: ago(1000), way: 'relay', why: 'no-address' }),
    peer('E', '洛河管理站', { lastContactAt: ago(2000), way: 'by-hand', why: 'carried-by-hand' }),
  ];
  const far = peer('D', '陆浑水库站', {
    state: 'off',
    why: 'not-there',
    lastContactAt: ago(days(5)),
    theirs: 21_118,
    toSend: 288,
  });
  if (scene !== 'mixed') return [...inStep, far];
  return [
    peer('B', '伊河管理站', { lastContactAt: ago(1000), theirs: 21_403, toSend: 3 }),
    peer('C', '法制办公室', { state: 'off', why: 'no-server', lastContactAt: ago(600_000), theirs: 21_409, toGet: 3 }),
    far,
    peer('E', '洛河管理站', {
      state: 'off',
      why: 'not-there',
      lastContactAt: ago(18_000_000),
      theirs: 20_980,
      fork: { key: asId<KeyId>('k'.repeat(43)), seq: 20_977 },
    }),
    peer('F', '水政监察支队', {
      state: 'off',
      way: null,
      why: 'not-there',
      theirs: null,
      toSend: null,
      toGet: null,
      bytesIn: 0,
      bytesOut: 0,
    }),
  ];
}

export interface SyncDouble extends SyncDesk {
  readonly show: (scene: SyncScene) => void;
}

export interface SyncDoubleOptions {
  readonly scene: SyncScene;
  readonly now: () => Instant;
  readonly subject?: Subject;
}

const requestOf = (now: Instant): JoinRequest => ({
  id: 'r1',
  code: 'B',
  name: '伊河管理站办公室',
  place: '伊河管理站一楼',
  digits: '482913',
  askedAt: now,
});

export function makeSyncDouble({ scene, now, subject = 'bureau:x' }: SyncDoubleOptions): SyncDouble {
  const entry = (kind: string, minutes: number) => ({
    id: asId<EntryId>(`${kind}${minutes}`.padEnd(43, '_')),
    kind,
    subject,
    at: plusMs(now(), -minutes * 60_000),
  });
  const reportOf = (at: SyncScene): SyncReport | null =>
    at === 'reading'
      ? null
      : {
          asOf: now(),
          ours: 21_406,
          peers: peersOf(at, now()),
          receipts: [],
          undelivered:
            at === 'in-step'
              ? { count: 0, oldest: [] }
              : {
                  count: 3,
                  oldest: [entry('person-admitted', 12), entry('footage-taken-in', 6), entry('from-2030', 1)],
                },
          service: at === 'mixed' ? 'off' : 'on',
          fault: null,
        };
  const text = `LZ1.${'AbCdEfGh0123456789-_'.repeat(30)}`;
  const open = (minutes: number): OpenInvitation => ({
    text,
    link: `https://luzheng.local:4174/join#${text}`,
    expiresAt: plusMs(now(), minutes * 60_000),
  });
  const [report, setReport] = createSignal(reportOf(scene));
  const [invitation, setInvitation] = createSignal<OpenInvitation | null>(
    scene === 'invited' || scene === 'asked' ? open(58) : scene === 'expired' ? open(-1) : null,
  );
  const [requests, setRequests] = createSignal<readonly JoinRequest[]>(scene === 'asked' ? [requestOf(now())] : []);
  return {
    report,
    invitation,
    requests,
    show: (next) => setReport(reportOf(next)),
    invite: async () => void setInvitation(open(60)),
    withdrawInvitation: () => void setInvitation(null),
    admit: async () => {
      setRequests([]);
      return done(null);
    },
    refuse: () => void setRequests([]),
    retry: () => undefined,
    byHand: {
      offer: async () => `LZO.${'offer'.repeat(90)}`,
      answer: async (offer) =>
        offer.includes('LZO.') ? done(`LZA.${'answer'.repeat(70)}`) : refused({ code: 'not-a-code' }),
      finish: async (answer) => (answer.includes('LZA.') ? done(null) : refused({ code: 'other-act' })),
    },
  };
}
