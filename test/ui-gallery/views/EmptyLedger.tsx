import { Button } from '../../../src/ui/kit/Button.tsx';
import { Empty } from '../../../src/ui/kit/Empty.tsx';
import { Article } from '../../../src/ui/kit/Words.tsx';
import { Page } from '../../../src/ui/shell/Page.tsx';
import { GalleryShell } from '../frame.tsx';

export default function EmptyLedger() {
  return (
    <GalleryShell current="ledger" help={<p>台账里每一件都由采集自动登记。</p>}>
      <Page title="台账" purpose="本局全部音像资料。只登记，不删除。">
        <Empty
          title="台账里还没有资料"
          words="台账由采集自动登记，不用手工录入。做完下面三件事，第一件资料就会出现在这里。"
          acts={[
            {
              title: '登记一台执法音像记录设备',
              why: (
                <>
                  编号、品牌型号、谁领用；存储卡插上时靠它认设备。
                  <Article article={2} href="?view=empty" />
                </>
              ),
              act: <Button look="primary">登记设备</Button>,
            },
            {
              title: '新建一次执法活动',
              why: (
                <>
                  出发前建好，文件会按设备和时间自动归进来。
                  <Article article={6} href="?view=empty" />
                </>
              ),
              act: <Button>新建执法活动</Button>,
            },
            {
              title: '插上存储卡，采集',
              why: (
                <>
                  当天活动当天采集；异地的，返回单位后 24 小时内。
                  <Article article={13} href="?view=empty" />
                </>
              ),
              act: <Button>去采集</Button>,
            },
          ]}
        >
          别的电脑上已经有台账？<a href="?view=empty">去同步</a>，不要重新建。
        </Empty>
      </Page>
    </GalleryShell>
  );
}
