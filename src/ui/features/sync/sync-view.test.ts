import { describe, expect, test } from 'vitest';
import { asId, type KeyId, type StationId } from '../../../domain/ids.ts';
import { plusMs, toInstant } from '../../../domain/time.ts';
import type { PeerView, SyncReport } from '../../live/sync-desk.ts';
import { footWords } from './foot-words.ts';
import { peerLine, stateOf } from './sync-view.ts';

const NOW = toInstant(Date.parse('2026-03-05T09:08:31.000Z'));

const peer = (parts: Partial<PeerView> = {}): PeerView => ({
  station: asId<StationId>('B'.repeat(22)),
  code: 'B',
  name: '伊河管理站',
  state: 'connected',
  way: 'direct',
  why: null,
  lastContactAt: plusMs(NOW, -3000),
  theirs: 21_406,
  signedAt: plusMs(NOW, -3000),
  toSend: 0,
  toGet: 0,
  fork: null,
  bytesIn: 1000,
  bytesOut: 9000,
  ...parts,
});
const report = (...peers: readonly PeerView[]): SyncReport => ({
  asOf: NOW,
  ours: 21_406,
  peers,
  receipts: [],
  undelivered: { count: 0, oldest: [] },
  service: 'on',
  fault: null,
});

describe('a line of the page', () => {
  test('says both counts, and that the two are in step only while that is so', () => {
    const line = peerLine(peer(), 21_406, NOW);
    expect(line).toMatchObject({
      name: 'B 伊河管理站',
      way: '直连',
      contact: '连接中，3 秒前',
      counts: '21,406 / 21,406',
      toSend: '0',
      toGet: '0',
      state: { tone: 'synced', words: '一致' },
    });
  });

  test('of a station out of reach names the last contact, and claims nothing about what came after', () => {
    const line = peerLine(peer({ state: 'off', toSend: 288, theirs: 21_118 }), 21_406, NOW);
    expect([line.contact, line.contactNote]).toEqual(['2026-03-05 17:08', '之后不知道']);
    expect(line.way).toBe('没有连上，上次是直连');
    expect(line.toSend).toBe('288');
    expect(line.toGet).toBe('不知道');
    expect(line.state.words).toBe('断开，落后 288 条');
  });

  test('of a station out of reach that had more than we have, gives a floor', () => {
    const line = peerLine(peer({ state: 'off', toGet: 4 }), 10, NOW);
    expect(line.toGet).toBe('至少 4');
    expect(line.state.words).toBe('断开，领先 4 条');
  });

  test('of a station never reached says so and gives no figure', () => {
    const never = peer({
      state: 'off',
      way: null,
      why: 'not-there',
      lastContactAt: null,
      theirs: null,
      toSend: null,
      toGet: null,
    });
    expect(peerLine(never, 10, NOW)).toMatchObject({
      contact: '还没有联系过',
      contactNote: '',
      counts: '不知道 / 10',
      toSend: '不知道',
      toGet: '不知道',
      way: '没有连上',
    });
  });

  test('never says 一致 of a station that is disconnected, forked or not compared yet', () => {
    const others = [
      peer({ state: 'off' }),
      peer({ state: 'connecting' }),
      peer({ toSend: null, toGet: null }),
      peer({ fork: { key: asId<KeyId>('k'), seq: 3 } }),
    ];
    for (const other of others) expect(stateOf(other)).not.toMatchObject({ tone: 'synced' });
  });
});

describe('the foot of the rail', () => {
  test('counts states, what needs somebody first', () => {
    const fork = { key: asId<KeyId>('k'), seq: 3 };
    const words = footWords(report(peer(), peer({ toSend: 3 }), peer(), peer({ fork })));
    expect(words).toBe('1 台分叉，1 台落后，2 台一致');
  });

  test('does not call a station in step that is out of reach', () => {
    expect(footWords(report(peer({ state: 'off' })))).toBe('1 台断开');
  });

  test('says that there is no other PC, but not before it has looked', () => {
    expect(footWords(report())).toBe('没有别的电脑');
    expect(footWords(null)).toBe('正在核对');
  });
});
