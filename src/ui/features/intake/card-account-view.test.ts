import { expect, it } from 'vitest';
import { asId, type MediumId } from '../../../domain/ids.ts';
import { toInstant } from '../../../domain/time.ts';
import { CARD_STANDING } from '../../../text/card-account.ts';
import { accountLines, isKept } from './card-account-view.ts';

const account = {
  standing: 'buffer-only',
  listed: 25,
  taken: 20,
  twice: 0,
  before: 5,
  leftOut: 0,
  leftOther: 0,
  leftOutPaths: [],
  bufferOnly: 3,
  keptOn: [{ medium: asId<MediumId>('a'.repeat(22)), files: 22, checkedAt: toInstant(Date.UTC(2026, 2, 5, 6, 30)) }],
} as const;

it('a card is told line by line, and where its files are', () => {
  expect(accountLines(account, () => 'YP-03')).toEqual([
    { term: '卡上', details: ['卡上共 25 个文件'] },
    { term: '已采集', details: ['本次采集 20 个，逐个读回比对一致，已入账'] },
    { term: '以前采集', details: ['5 个按名称、大小和设备认为以前采集过，本次没有再读'] },
    {
      term: '存放在',
      details: ['YP-03：22 个，2026-03-05 14:30 读回一致', '这台电脑的采集缓存：3 个，还没有存入登记的介质'],
    },
  ]);
});

it('whoever may not clear a card yet is told so in words', () => {
  for (const [standing, { why }] of Object.entries(CARD_STANDING))
    expect(why.includes('请不要清空')).toBe(!isKept(standing as keyof typeof CARD_STANDING));
});

it('files that are another one over again are named, so that the figures can be added up', () => {
  const [, taken] = accountLines({ ...account, twice: 2 }, () => 'YP-03');
  expect(taken?.details[1]).toContain('2 个和别的文件内容相同');
});
