import { Button } from '../../../src/ui/kit/Button.tsx';
import { Chain } from '../../../src/ui/kit/Chain.tsx';
import { Digest } from '../../../src/ui/kit/Digest.tsx';
import { Facts } from '../../../src/ui/kit/Facts.tsx';
import { Columns, Stack, Table } from '../../../src/ui/kit/Layout.tsx';
import { Note } from '../../../src/ui/kit/Note.tsx';
import { Sheet } from '../../../src/ui/kit/Sheet.tsx';
import { StateWord, Tag } from '../../../src/ui/kit/Words.tsx';
import { Page } from '../../../src/ui/shell/Page.tsx';
import { GalleryShell } from '../frame.tsx';
import { beijing, DIGEST, keyOf } from '../sample.ts';

const refuse = new URLSearchParams(location.search).has('no-clipboard');
const copy = (): Promise<void> => (refuse ? Promise.reject(new Error('no permission')) : Promise.resolve());

export default function RecordView() {
  return (
    <GalleryShell current="ledger">
      <Page
        title="录像 A-2026-录-36-05"
        density="compact"
        crumbs={[
          { words: '台账', href: '?view=ledger' },
          { words: 'A-2026-录-36 洛河瀍河口涉河堆放调查取证', href: '?view=today' },
        ]}
        actions={
          <>
            <StateWord state="signed" />
            <StateWord state="synced">已同步 4 台</StateWord>
            <Button>证据保全</Button>
            <Button>打印保管链</Button>
          </>
        }
      >
        <Note
          tone="wait"
          title="查阅窗口开着"
          act={
            <>
              <b>剩 0:48:12</b>
              <Button size="s">看审批</Button>
            </>
          }
        >
          依据 C-2026-阅-4，查阅人 陈静，本机，2026-03-05 17:30 关闭。播放的每一段都会登记。
        </Note>
        <Columns kind="record">
          <Stack>
            <Sheet title="基本情况" low>
              <Facts
                small
                columns={2}
                facts={[
                  { term: '执法事项', detail: '2 调查取证' },
                  { term: '当事人', detail: '洛东建材有限公司' },
                  { term: '执法人员', detail: '张建国、李敏' },
                  { term: '设备', detail: '记录仪 07，李敏领用' },
                  { term: '原文件名', detail: 'DSJ07_0118.MP4', mono: true },
                  { term: '大小', detail: '3,221,225,472 字节' },
                  { term: '设备时间', detail: '2026-03-04 14:31:04' },
                  { term: '时差', detail: '快 4 秒，对时二维码' },
                  { term: '保存至', detail: '随案卷，永久' },
                  { term: '案号', detail: '洛水罚立〔2026〕8号' },
                  { term: '说明', detail: '不知道返回单位的时间', wide: true },
                ]}
              />
            </Sheet>
            <Sheet title="中断说明" low draft aside={<StateWord state="draft">草稿，未签</StateWord>}>
              <Facts
                small
                facts={[
                  { term: '起止', detail: '10:18:14 至 10:21:40' },
                  { term: '原因', detail: '电量不足（换电池）' },
                ]}
              />
            </Sheet>
          </Stack>
          <Stack pane="校验值、副本和保管链">
            <Sheet title="校验值" low aside="三项一致，2026-03-05 08:10 核验">
              <Digest algorithm="SHA-256" hex={DIGEST.sha256} copy={copy} />
              <Digest algorithm="SM3" hex={DIGEST.sm3} copy={copy} />
              <Digest algorithm="tree-sha256" hex={DIGEST.tree} copy={copy} />
            </Sheet>
            <Sheet title="副本" low bare sub="2 份，在两种介质上，符合要求" aside={<a href="?view=record">再存一份</a>}>
              <Table name="副本">
                <tbody>
                  <tr>
                    <td>移动硬盘 YP-03</td>
                    <td>A 站档案柜，王海涛</td>
                    <td>03-05 08:10</td>
                    <td>
                      <Tag tone="good">一致</Tag>
                    </td>
                  </tr>
                  <tr>
                    <td>采集站硬盘 YP-05</td>
                    <td>未插上，在柜中</td>
                    <td>03-04 17:52</td>
                    <td>
                      <Tag tone="good">一致</Tag>
                    </td>
                  </tr>
                </tbody>
              </Table>
            </Sheet>
            <Sheet title="保管链" low sub="4 次流转，每次都有签名" aside={<a href="?view=record">全部展开</a>}>
              <Chain
                name="保管链"
                links={[
                  {
                    id: '4',
                    mark: { kind: 'person', name: '陈静' },
                    title: '查阅，已播放 0:07:16',
                    at: beijing(5, 16, 33),
                    words: '王海涛登记，C 站，事由 案情研判',
                    key: keyOf(`5b07d9e2${'00'.repeat(28)}`),
                    fresh: true,
                  },
                  {
                    id: '3',
                    mark: { kind: 'station', code: 'A' },
                    title: '存第二份到 YP-05，读回一致',
                    at: beijing(4, 17, 52, 9),
                    words: 'A 站电脑自动签名，介质柜 2 层',
                    key: keyOf(`c4107f08${'00'.repeat(28)}`),
                  },
                  {
                    id: '2',
                    mark: { kind: 'person', name: '王海涛' },
                    title: '移交入库，存 YP-03',
                    at: beijing(4, 17, 41, 30),
                    words: '张建国 移交，王海涛 接收，校验一致，A-2026-移-12',
                    key: keyOf(`9f3c21a7${'00'.repeat(28)}`),
                  },
                  {
                    id: '1',
                    mark: { kind: 'none' },
                    title: '采集，等执法人员会签',
                    at: beijing(4, 17, 20, 2),
                    words: 'A 站，当天采集，期限内',
                  },
                ]}
              />
            </Sheet>
          </Stack>
        </Columns>
      </Page>
    </GalleryShell>
  );
}
