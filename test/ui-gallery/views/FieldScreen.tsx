import { createSignal } from 'solid-js';
import { BigButton, FieldGrid, HoldButton, MidButton } from '../../../src/ui/kit/FieldButtons.tsx';
import { Row, Rows } from '../../../src/ui/kit/Layout.tsx';
import { Sheet } from '../../../src/ui/kit/Sheet.tsx';
import { Sub } from '../../../src/ui/kit/Words.tsx';
import { FieldFrame } from '../../../src/ui/shell/FieldFrame.tsx';

export default function FieldScreen() {
  const [ended, setEnded] = createSignal(0);
  return (
    <FieldFrame
      backHref="?view=today"
      people="张建国、李敏"
      offline
      sub="A-2026-录-37 演示数据"
      title="伊河龙门段河道采砂现场检查"
      elapsed={{ figure: '00:00:40', words: '到场后，已存本机' }}
    >
      <BigButton grow sub="念完提示卡后按，记下时间" onPress={() => {}}>
        已告知
      </BigButton>
      <FieldGrid>
        <MidButton sub="念给当事人听" onPress={() => {}}>
          提示卡
        </MidButton>
        <MidButton sub="2 / 8" onPress={() => {}}>
          记步骤
        </MidButton>
        <MidButton sub="选原因，记时间" cannot="录制没有中断" onPress={() => {}}>
          录制中断
        </MidButton>
        <HoldButton act="结束" onHeld={() => setEnded(ended() + 1)} />
      </FieldGrid>
      <Sheet bare>
        <Rows>
          <Row end={<a href="?view=field">撤销</a>}>09:13:12 表明身份</Row>
          <Row end={<Sub>李敏记</Sub>}>09:12:58 进入检查场所</Row>
          <Row end={<Sub>已记</Sub>}>09:12:40 到达现场</Row>
        </Rows>
      </Sheet>
      <output id="ended" hidden>
        {ended()}
      </output>
    </FieldFrame>
  );
}
