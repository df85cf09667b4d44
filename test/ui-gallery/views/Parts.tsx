import { createSignal, For, type JSX } from 'solid-js';
import type { Job, Progress } from '../../../src/base/job.ts';
import { plusMs } from '../../../src/domain/time.ts';
import { announce } from '../../../src/ui/kit/announce.ts';
import { Button } from '../../../src/ui/kit/Button.tsx';
import { Countdown } from '../../../src/ui/kit/Countdown.tsx';
import { Dialog } from '../../../src/ui/kit/Dialog.tsx';
import { Gauge } from '../../../src/ui/kit/Gauge.tsx';
import { JobLine, JobPanel } from '../../../src/ui/kit/JobPanel.tsx';
import { Line, Stack } from '../../../src/ui/kit/Layout.tsx';
import { Note } from '../../../src/ui/kit/Note.tsx';
import { Seal } from '../../../src/ui/kit/Seal.tsx';
import { Sheet } from '../../../src/ui/kit/Sheet.tsx';
import { Article, Flag, StateWord, Tag } from '../../../src/ui/kit/Words.tsx';
import { Page } from '../../../src/ui/shell/Page.tsx';
import { GalleryShell } from '../frame.tsx';
import { beijing, NOW } from '../sample.ts';

const progress: Progress = {
  files: { done: 20, total: 48 },
  bytes: { done: 12.2e9, total: 29.7e9 },
  current: 'REC_0043.MP4',
};

const JOBS: readonly Job<string, string>[] = [
  { kind: 'waiting' },
  { kind: 'running', progress, startedAtMs: 58_000 },
  { kind: 'running', progress, startedAtMs: 0, resumedAt: 9e9 },
  { kind: 'paused', progress },
  { kind: 'stopped', progress },
  { kind: 'refused', refusal: '这台设备还没有登记，登记后才能采集' },
  { kind: 'failed', code: 'source-gone', facts: { volume: '3264-1F0B' }, progress },
  { kind: 'done', value: '48 个文件都已入账' },
];

const acts = (job: Job<string, string>): JSX.Element => {
  if (job.kind === 'running') return <Button size="s">暂停</Button>;
  if (job.kind === 'paused' || job.kind === 'stopped') return <Button size="s">继续</Button>;
  return undefined;
};

export default function Parts() {
  const [open, setOpen] = createSignal(false);
  const [busy, setBusy] = createSignal(0);
  const [at, setAt] = createSignal(beijing(5, 15, 30));
  const [job, setJob] = createSignal<Job<string, string>>({ kind: 'running', progress, startedAtMs: 0 });
  return (
    <GalleryShell current="parts" help={<p>这里是所有部件和它们的每一种状态。</p>}>
      <Page
        title="部件"
        purpose="每一种状态都在这里。"
        actions={
          <Button look="primary" onPress={() => setOpen(true)} opens="dialog">
            打开窗口
          </Button>
        }
      >
        <Sheet title="按钮">
          <Stack>
            <Line>
              <Button>普通</Button>
              <Button look="primary">主要</Button>
              <Button look="quiet">轻</Button>
              <Button size="s">小</Button>
              <Button size="l">大</Button>
              <Button look="primary" size="l">
                主要，大
              </Button>
              <Button pressed>1.5 倍</Button>
              <Button href="?view=parts">去别处</Button>
              <Button
                onPress={async () => {
                  setBusy(busy() + 1);
                  await new Promise((done) => setTimeout(done, 300));
                }}
              >
                慢的一件 {busy()}
              </Button>
            </Line>
            <Line>
              <Button cannot="还差 2 个环节、1 份说明" reasonAt="before">
                核对完毕，去移交
              </Button>
              <Button look="primary" size="l" cannot="第 3 项处理好后才能签名">
                检查通过，签名
              </Button>
              <Button cannot="还没有选" reasonAt="under">
                打印
              </Button>
              <Button cannot="要先登记" href="?view=parts">
                链接也会说
              </Button>
            </Line>
          </Stack>
        </Sheet>
        <Sheet title="词">
          <Stack>
            <Line>
              <StateWord state="draft" />
              <StateWord state="recorded" />
              <StateWord state="signed" />
              <StateWord state="synced">已同步 4 台</StateWord>
              <StateWord state="waiting">落后 3 条</StateWord>
              <StateWord state="synced" large>
                每一条记录都已到达至少一台别的电脑。
              </StateWord>
            </Line>
            <Line>
              <Flag grade="breach" />
              <Flag grade="unexplained" article={13} />
              <Flag grade="suspected" />
              <Flag grade="advisory" />
              <Tag>普通</Tag>
              <Tag tone="good">已登记介质</Tag>
              <Tag tone="wait">3 台设备未采集</Tag>
              <Article article={13} href="?view=parts" />
              <Article article={20} />
            </Line>
          </Stack>
        </Sheet>
        <Sheet title="印">
          <Line>
            <For each={['陈静', '孙立新', '欧阳修文', '阿不都热依木', '王\u{20BB7}']}>
              {(name) => <Seal mark={{ kind: 'person', name }} />}
            </For>
            <Seal mark={{ kind: 'station', code: 'A' }} />
            <Seal mark={{ kind: 'none' }} />
            <For each={['陈静', '孙立新', '欧阳修文']}>
              {(name) => <Seal size="l" mark={{ kind: 'person', name }} />}
            </For>
            <Seal size="l" mark={{ kind: 'station', code: 'B' }} />
            <Seal size="l" mark={{ kind: 'none' }} />
          </Line>
        </Sheet>
        <Sheet title="水尺">
          <Stack>
            <Gauge name="复制和校验" value={0.62} size="l" notch={0.41} />
            <Gauge name="停住的" value={0.41} size="l" stopped />
            <Gauge name="一格" value={0.3} />
          </Stack>
        </Sheet>
        <For each={JOBS}>
          {(job) => (
            <Sheet title={`作业：${job.kind}`} aside={<JobLine name={job.kind} job={job} nowMs={61_000} />}>
              <JobPanel
                name="复制和校验"
                job={job}
                nowMs={61_000}
                acts={acts(job)}
                done={(value) => (
                  <StateWord state="recorded" large>
                    {value}
                  </StateWord>
                )}
                refused={(words) => words}
                failed={() => ({
                  happened: '存储卡被拔出，采集停在 41%',
                  safe: '已存好的文件都在，没有丢失。',
                  toDo: '插回同一张卡，会自动从断点接着做。',
                })}
                mend={<Button look="primary">已插回，继续</Button>}
              />
            </Sheet>
          )}
        </For>
        <Sheet title="倒计时">
          <Line>
            <Countdown size="l" deadline={beijing(6, 0)} now={() => NOW} lead="离采集期限还有" />
            <Countdown deadline={beijing(6, 18)} now={() => NOW} />
            <Countdown deadline={beijing(5, 17)} now={() => NOW} says="采集" />
            <Countdown deadline={beijing(5, 16, 42, 30)} now={() => NOW} />
            <Countdown deadline={beijing(5, 12)} now={() => NOW} />
            <Countdown size="line" deadline={beijing(5, 12)} now={() => NOW} />
          </Line>
        </Sheet>
        <Note title="插回来的是另一张卡？" act={<Button size="s">卡坏了或找不到</Button>}>
          系统会认出来，不会混在一起。
        </Note>
        <Note tone="wait" title="查阅窗口开着">
          播放的每一段都会登记。
        </Note>
        <Line>
          <Button onPress={() => announce('采集：已完成')}>说一句</Button>
          <Button onPress={() => setAt(plusMs(at(), 1_800_000))}>拨快半小时</Button>
          <Countdown deadline={beijing(5, 17)} now={at} says="采集" />
          <Button onPress={() => setJob({ kind: 'done', value: '完了' })}>做完</Button>
          <JobPanel
            name="核验"
            job={job()}
            nowMs={61_000}
            done={(value) => value}
            refused={(words) => words}
            failed={() => ({ happened: '', safe: '', toDo: '' })}
          />
        </Line>
        <Dialog
          open={open()}
          onClose={() => setOpen(false)}
          title="换一台设备"
          foot={
            <>
              <Button onPress={() => setOpen(false)}>先不换</Button>
              <Button look="primary" onPress={() => setOpen(false)}>
                换成记录仪 07
              </Button>
            </>
          }
        >
          <p>记录仪 03 已做的检查都留着。换成记录仪 07 后，要重新照着屏幕填一遍。</p>
        </Dialog>
      </Page>
    </GalleryShell>
  );
}
