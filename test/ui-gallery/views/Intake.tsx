import { createSignal, type JSX, Show } from 'solid-js';
import type { Job } from '../../../src/base/job.ts';
import { size } from '../../../src/text/times.ts';
import { Button } from '../../../src/ui/kit/Button.tsx';
import { type Column, DataTable } from '../../../src/ui/kit/DataTable.tsx';
import { JobLine, JobPanel } from '../../../src/ui/kit/JobPanel.tsx';
import { Columns, Stack } from '../../../src/ui/kit/Layout.tsx';
import { SelectBox } from '../../../src/ui/kit/Select.tsx';
import { Sheet } from '../../../src/ui/kit/Sheet.tsx';
import { Steps } from '../../../src/ui/kit/Steps.tsx';
import { StateWord, Sub } from '../../../src/ui/kit/Words.tsx';
import { Page } from '../../../src/ui/shell/Page.tsx';
import { GalleryShell } from '../frame.tsx';
import { IntakeSide } from './intake-side.tsx';

interface File {
  readonly name: string;
  readonly at: string;
  readonly length: string;
  readonly bytes: number;
  readonly to: string;
  readonly state: 'copied' | 'recorded' | 'running' | 'waiting';
}

const FILES: readonly File[] = [
  { name: 'REC_0041.MP4', at: '03-05 08:40', length: '0:00:09', bytes: 18e6, to: '', state: 'copied' },
  { name: 'REC_0055.MP4', at: '03-05 11:32', length: '0:01:47', bytes: 214e6, to: '', state: 'waiting' },
  { name: 'REC_0042.MP4', at: '03-05 09:11', length: '0:10:00', bytes: 1.19e9, to: 'A-37', state: 'recorded' },
  { name: 'REC_0043.MP4', at: '03-05 09:21', length: '0:10:00', bytes: 1.19e9, to: 'A-37', state: 'recorded' },
  { name: 'REC_0044.MP4', at: '03-05 09:31', length: '0:10:00', bytes: 1.18e9, to: 'A-37', state: 'running' },
  { name: 'REC_0045.MP4', at: '03-05 09:41', length: '0:10:00', bytes: 1.19e9, to: 'A-37', state: 'waiting' },
  { name: 'REC_0046.MP4', at: '03-05 09:51', length: '0:10:00', bytes: 1.19e9, to: 'A-37', state: 'waiting' },
];

const JOB: Job<never, never> = {
  kind: 'running',
  startedAtMs: 0,
  resumedAt: 12.18e9,
  progress: { files: { done: 31, total: 48 }, bytes: { done: 18.42e9, total: 29.7e9 } },
};
const ONE: Job<never, never> = {
  kind: 'running',
  startedAtMs: 0,
  progress: { files: { done: 0, total: 1 }, bytes: { done: 0.84e9, total: 1.18e9 } },
};

export default function Intake() {
  const [to, setTo] = createSignal<Readonly<Record<string, string>>>({ 'REC_0041.MP4': 'test' });
  const progress = (file: File): JSX.Element => {
    if (file.state === 'recorded') return <StateWord state="recorded" />;
    if (file.state === 'running') return <JobLine name={file.name} job={ONE} nowMs={1_000} />;
    return file.state === 'copied' ? '已复制' : '排队';
  };
  const belongs = (file: File): JSX.Element => (
    <Show when={file.to === ''} fallback={<a href="?view=record">{file.to}</a>}>
      <SelectBox
        name={`${file.name} 的归属`}
        value={to()[file.name] ?? ''}
        onChange={(value) => setTo({ ...to(), [file.name]: value })}
        choices={[
          { value: 'test', label: '设备测试或对时' },
          { value: 'A-37', label: 'A-37 伊河龙门段' },
        ]}
      />
    </Show>
  );
  const columns: readonly Column<File>[] = [
    { id: 'name', head: '原文件名', width: '8.25rem', mono: true, cell: (f) => f.name, title: (f) => f.name },
    { id: 'type', head: '类型', width: '3.25rem', cell: () => '录像', onlyWide: true },
    { id: 'at', head: '拍摄时间（已校正）', width: '9.5rem', cell: (f) => f.at },
    { id: 'length', head: '时长', width: '5rem', align: 'end', cell: (f) => f.length, onlyWide: true },
    { id: 'size', head: '大小', width: '5rem', align: 'end', cell: (f) => size(f.bytes) },
    { id: 'to', head: '归属', width: '11rem', cell: belongs },
    { id: 'progress', head: '进度', cell: progress },
  ];
  return (
    <GalleryShell
      current="intake"
      foot={{ job: { href: '?view=intake', words: '采集', fraction: 0.62, detail: '62%，约剩 4 分' } }}
    >
      <Page
        title="采集：记录仪 03"
        purpose="读出原始文件，算校验值，读回比对一致后签名入账。卡上的文件不会被改动或删除。"
        density="compact"
        actions={
          <>
            <Button>暂停</Button>
            <Button>停止本批</Button>
          </>
        }
      >
        <Steps
          name="采集步骤"
          steps={[
            { name: '选来源', result: '记录仪 03 的存储卡', state: 'done' },
            { name: '核对归属', result: '46 个已有归属', state: 'done' },
            { name: '复制、校验、入账', result: '62%', state: 'now' },
            { name: '采集核对', result: '未开始', state: 'later' },
            { name: '移交', result: '未开始', state: 'later' },
          ]}
        />
        <Columns kind="side" fill>
          <Stack fill>
            <Sheet>
              <JobPanel
                name="复制和校验"
                job={JOB}
                nowMs={140_000}
                resumedWords="16:44 卡被拔出时做到 41%，16:46 插回后从断点接着做，已完成的部分没有重算，也没有重复计数。"
                done={() => '都入账了'}
                refused={() => '不能做'}
                failed={() => ({ happened: '', safe: '', toDo: '' })}
              />
            </Sheet>
            <Sheet
              title="文件"
              sub="待归属 2，A-37 29，A-35 17；另有 15 个以前采集过，跳过"
              bare
              fill
              aside={<a href="?view=intake">只看待归属</a>}
            >
              <DataTable
                name="文件"
                rows={FILES}
                columns={columns}
                rowId={(f) => f.name}
                rowName={(f) => f.name}
                minWidth="46rem"
                waits={(f) => f.to === ''}
                groupOf={(f) => f.to}
                groupHead={(key, count) =>
                  key === '' ? (
                    <>
                      待归属 {count} 个{' '}
                      <Sub>拍摄时间不在任何活动之内。请选活动，或选原因；不选也会照样采集和保存。</Sub>
                    </>
                  ) : (
                    <>
                      伊河龙门段河道采砂现场检查 A-2026-录-37 <Sub>29 个文件，按设备和时间自动归入</Sub>
                    </>
                  )
                }
              />
            </Sheet>
          </Stack>
          <IntakeSide />
        </Columns>
      </Page>
    </GalleryShell>
  );
}
