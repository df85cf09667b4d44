import type { JSX } from 'solid-js';
import { nowInHead } from '../../../src/text/times.ts';
import { DueList, Tally, Urgent } from '../../../src/ui/kit/Board.tsx';
import { Button } from '../../../src/ui/kit/Button.tsx';
import { Countdown } from '../../../src/ui/kit/Countdown.tsx';
import { Columns, Row, Rows, Stack } from '../../../src/ui/kit/Layout.tsx';
import { Sheet } from '../../../src/ui/kit/Sheet.tsx';
import { Article, Flag, StateWord, Sub, Tag } from '../../../src/ui/kit/Words.tsx';
import { Page } from '../../../src/ui/shell/Page.tsx';
import { GalleryShell } from '../frame.tsx';
import { beijing, NOW } from '../sample.ts';

const act = (words: string): JSX.Element => <Button href="?view=intake">{words}</Button>;

const DUE = () => [
  {
    id: '1',
    when: '明日 18:00',
    whenSub: '还有 1 天 1 小时',
    what: '写中断说明：电量不足，3 分 26 秒',
    why: 'A-2026-录-37，语音说明已找到 10:21:52',
    act: act('写说明'),
  },
  {
    id: '2',
    when: '返回后 24 小时',
    whenSub: '返回时间未登记',
    what: '陆浑水库库区巡查（异地执法，03-03 至 03-04）',
    why: 'A-2026-录-35，期限从返回单位时起算；早已回来的，请补登时间',
    act: act('已返回单位'),
  },
  {
    id: '3',
    when: '等您签字',
    whenSub: '昨日 17:20 起',
    what: '移交入库单 A-2026-移-13',
    why: '接收人 王海涛，录像 6 件、照片 14 张，18.420 GB',
    act: act('去签字'),
  },
  {
    id: '4',
    when: '第 7 天',
    whenSub: '每 7 天提醒',
    what: '邮寄送达结果未到：责令改正通知书',
    why: 'A-2026-录-29，邮件 10824…5731，回执到后补拍即可，不算事后补录',
    act: act('补送达结果'),
  },
  {
    id: '5',
    when: '明日 09:00',
    whenSub: '出发',
    what: '洛河瀍河口涉河建设项目检查',
    why: '执法人员 张建国、李敏，记录仪 07 还没做检查',
    act: act('检查设备'),
  },
];

export default function Today() {
  return (
    <GalleryShell current="today">
      <Page
        title="今日"
        purpose="按期限排好的、等您办的事。办完一件，自动划去一件。"
        actions={
          <>
            <Sub>{nowInHead(NOW)}</Sub>
            <Button>新建执法活动</Button>
          </>
        }
      >
        <Urgent
          name="最急的一件"
          clock={
            <Countdown
              size="l"
              lead="离采集期限还有"
              deadline={beijing(6, 0)}
              now={() => NOW}
              note={<Article article={13} href="?view=today" />}
            />
          }
          title="伊河龙门段河道采砂现场检查"
          sub="A-2026-录-37，10:48 结束，当事人 豫河砂石经营部"
          acts={
            <>
              <Button look="primary" size="l" href="?view=intake">
                开始采集
              </Button>
              <Button size="s">今天来不及移交</Button>
            </>
          }
        >
          记录仪 03、记录仪 07、相机 01 <Tag tone="wait">3 台设备未采集</Tag>
        </Urgent>
        <Columns kind="side">
          <Sheet title="等您办" sub="5 件" bare aside={<a href="?view=today">看本部门的</a>}>
            <DueList items={DUE()} />
          </Sheet>
          <Stack pane="保护您的记录和到期的事">
            <Sheet title="我的记录，近 30 天" bare aside={<Article article={6} href="?view=today" />}>
              <Tally
                figures={[
                  { figure: '11', words: '应记录' },
                  { figure: '9', words: '已记录' },
                  { figure: '1', words: '有说明' },
                  { figure: '1', words: '无说明', breach: true },
                ]}
              />
            </Sheet>
            <Sheet title="记录齐全，可以保护您" bare>
              <Rows>
                <Row end={<StateWord state="synced">已同步 4 台</StateWord>}>
                  <a href="?view=record">A-2026-录-34</a> 覆盖 100%
                </Row>
                <Row end={<StateWord state="synced">已同步 4 台</StateWord>}>
                  <a href="?view=record">A-2026-录-33</a> 覆盖 99.8%
                </Row>
                <Row end={<StateWord state="signed" />}>
                  <a href="?view=record">A-2026-录-31</a> 投诉资料已备
                </Row>
              </Rows>
            </Sheet>
            <Sheet title="快到期" bare>
              <Rows>
                <Row end={<Flag grade="advisory" />}>李敏 执法证 2026-03-28 到期</Row>
                <Row end={<Flag grade="breach" />}>A-2026-录-30 无说明，超 24 小时</Row>
              </Rows>
            </Sheet>
          </Stack>
        </Columns>
      </Page>
    </GalleryShell>
  );
}
