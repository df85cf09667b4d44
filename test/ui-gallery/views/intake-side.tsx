import type { JSX } from 'solid-js';
import { Countdown } from '../../../src/ui/kit/Countdown.tsx';
import { Facts } from '../../../src/ui/kit/Facts.tsx';
import { Stack } from '../../../src/ui/kit/Layout.tsx';
import { Sheet } from '../../../src/ui/kit/Sheet.tsx';
import { Article, Tag } from '../../../src/ui/kit/Words.tsx';
import { beijing } from '../sample.ts';

export function IntakeSide(): JSX.Element {
  return (
    <Stack pane="来源、去处和期限">
      <Sheet title="来源" aside={<Tag tone="good">只读，不改卡</Tag>}>
        <Facts
          small
          facts={[
            { term: '设备', detail: '记录仪 03（领用人 张建国）' },
            { term: '方式', detail: '读卡器，64 GB，D: 盘' },
            {
              term: '设备时钟',
              detail: (
                <>
                  比标准时间 <b>慢 12 秒</b>
                </>
              ),
            },
            { term: '依据', detail: '对时二维码，08:41 拍到' },
          ]}
        />
      </Sheet>
      <Sheet title="存到" aside={<Tag tone="good">已登记介质</Tag>}>
        <Facts
          small
          facts={[
            { term: '介质', detail: '移动硬盘 YP-03（保管人 王海涛）' },
            { term: '剩余', detail: '413 GB，够用' },
            { term: '第二份', detail: '移交后存入采集站硬盘 YP-05' },
          ]}
        />
      </Sheet>
      <Sheet title="期限" aside={<Article article={13} href="?view=intake" />}>
        <Countdown deadline={beijing(6, 0)} now={() => beijing(5, 16, 51)} note="以读回比对通过的时间为准" />
      </Sheet>
    </Stack>
  );
}
