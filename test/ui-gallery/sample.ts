import { toBase64url } from '../../src/base/base64url.ts';
import type { KeyId } from '../../src/domain/ids.ts';
import { fromBeijing, type Instant } from '../../src/domain/time.ts';
import type { FootState, RailPage } from '../../src/ui/shell/rail-types.ts';

/** All names, numbers and places are fictional. */

export const beijing = (day: number, hour: number, minute = 0, second = 0): Instant =>
  fromBeijing({ year: 2026, month: 3, day, hour, minute, second });

export const NOW = beijing(5, 16, 42);

export const keyOf = (hex: string): KeyId =>
  toBase64url(Uint8Array.from(hex.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16))) as string as KeyId;

const page = (id: string, name: string, due?: number): RailPage => ({ id, name, href: `?view=${id}`, due });

export const GROUPS: readonly (readonly RailPage[])[] = [
  [page('today', '今日', 5), page('activities', '执法活动'), page('parts', '设备检查', 1), page('intake', '采集', 1)],
  [page('ledger', '台账'), page('access', '调阅', 2), page('record', '案卷证据')],
  [page('forms', '合规提示', 3), page('empty', '打印中心')],
  [page('sync', '同步'), page('people', '人员与设置')],
];

export const TABS: readonly RailPage[] = [
  page('today', '今日', 5),
  page('field', '现场'),
  page('parts', '检查', 1),
  page('ledger', '台账'),
];

export const FOOT: FootState = {
  job: { href: '?view=intake' },
  sync: { href: '?view=sync', words: '3 台一致，1 台落后' },
  station: { href: '?view=people', words: 'A 局机关采集室' },
  person: { href: '?view=people', role: '执法人员', name: '张建国' },
};

export const DIGEST = {
  sha256: `7f3a91c4${'5d'.repeat(24)}0e5db268`,
  sm3: `c19e04b7${'a1'.repeat(24)}6a22f83d`,
  tree: `2d80e6f1${'3c'.repeat(24)}95ac417b`,
} as const;

export interface Recording {
  readonly no: string;
  readonly type: string;
  readonly at: string;
  readonly length: string;
  readonly matter: string;
  readonly place: string;
  readonly party: string;
  readonly officers: string;
  readonly device: string;
  readonly takenIn: string;
  readonly copies: string;
  readonly state: 'recorded' | 'signed' | 'synced' | 'breach' | 'suspected' | 'unexplained';
}

const line = (cells: readonly string[], state: Recording['state']): Recording => {
  const [no, type, at, length, matter, place, party, officers, device, takenIn, copies] = cells;
  return {
    no: no ?? '',
    type: type ?? '',
    at: at ?? '',
    length: length ?? '',
    matter: matter ?? '',
    place: place ?? '',
    party: party ?? '',
    officers: officers ?? '',
    device: device ?? '',
    takenIn: takenIn ?? '',
    copies: copies ?? '',
    state,
  };
};

const A37 = ['1 现场检查', '伊河龙门段', '豫河砂石经营部', '张建国、李敏', '记录仪 03', '03-05 17:02', '1 / 2'];
const A36 = ['2 调查取证', '洛河瀍河口', '洛东建材公司', '张建国、李敏'];

export const RECORDINGS: readonly Recording[] = [
  line(['A-37-03', '录像', '2026-03-05 09:31', '0:10:00', ...A37], 'recorded'),
  line(['A-37-02', '录像', '2026-03-05 09:21', '0:10:00', ...A37], 'recorded'),
  line(['A-37-01', '录像', '2026-03-05 09:11', '0:10:00', ...A37], 'recorded'),
  line(['A-36-06', '录像', '2026-03-04 15:02', '0:22:41', ...A36, '记录仪 03', '03-04 17:20', '2 / 2'], 'signed'),
  line(['A-36-05', '录像', '2026-03-04 14:31', '0:30:00', ...A36, '记录仪 07', '03-04 17:20', '2 / 2'], 'signed'),
  line(
    [
      'A-36-04',
      '录音',
      '2026-03-04 14:30',
      '0:54:10',
      '3 询问笔录',
      '局机关询问室',
      '吴大河',
      '李敏、孙立新',
      '录音笔 02',
      '03-04 17:20',
      '2 / 2',
    ],
    'synced',
  ),
  line(
    [
      'B-19-03',
      '录像',
      '2026-03-03 10:05',
      '0:41:33',
      '10 留置送达',
      '伊川县平等乡',
      '宏泰砂石厂',
      '周晓燕、郑伟',
      '记录仪 11',
      '03-03 16:48',
      '2 / 2',
    ],
    'synced',
  ),
  line(
    [
      'B-19-02',
      '照片',
      '2026-03-03 10:31',
      '／',
      '10 留置送达',
      '伊川县平等乡',
      '宏泰砂石厂',
      '周晓燕、郑伟',
      '相机 04',
      '03-03 16:48',
      '2 / 2',
    ],
    'synced',
  ),
  line(
    [
      'B-18-01',
      '录像',
      '2026-03-02 09:40',
      '1:12:06',
      '7 责令改正核查',
      '伊河伊川段',
      '宏泰砂石厂',
      '周晓燕、郑伟',
      '记录仪 11',
      '逾期 1 天',
      '2 / 2',
    ],
    'breach',
  ),
  line(
    [
      'D-04-01',
      '录像',
      '2026-02-27 11:18',
      '0:18:52',
      '1 现场检查',
      '陆浑水库',
      '（未填）',
      '马超、何静',
      '记录仪 15',
      '返回后 9 小时',
      '1 / 2',
    ],
    'suspected',
  ),
  line(
    [
      'A-33-02',
      '录像',
      '2026-02-26 16:10',
      '0:33:20',
      '4 先行登记保存',
      '洛河高新段',
      '豫河砂石经营部',
      '张建国、孙立新',
      '记录仪 03',
      '02-26 18:05',
      '2 / 2',
    ],
    'synced',
  ),
  line(
    [
      'A-33-01',
      '录像',
      '2026-02-26 15:36',
      '0:34:08',
      '4 先行登记保存',
      '洛河高新段',
      '豫河砂石经营部',
      '张建国、孙立新',
      '记录仪 03',
      '02-26 18:05',
      '2 / 2',
    ],
    'synced',
  ),
];

/** As many as asked for, each with its own number. */
export const manyRecordings = (count: number): readonly Recording[] =>
  Array.from({ length: count }, (_, i) => {
    const model = RECORDINGS[i % RECORDINGS.length];
    if (model === undefined) throw new Error('no model');
    return { ...model, no: `A-${Math.floor(i / 99) + 1}-${String((i % 99) + 1).padStart(2, '0')}` };
  });
