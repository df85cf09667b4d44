import { BigButton, FieldGrid, MidButton } from '../../../src/ui/kit/FieldButtons.tsx';
import { Line } from '../../../src/ui/kit/Layout.tsx';
import { Article } from '../../../src/ui/kit/Words.tsx';
import { Cue, FieldFrame } from '../../../src/ui/shell/FieldFrame.tsx';

export default function CueCard() {
  return (
    <FieldFrame backHref="?view=today" people="张建国、李敏" offline>
      <Line>
        <b>告知规范用语</b>
        <Article article={8} href="?view=cue" />
      </Line>
      <Cue>
        <p>
          您好，我们是洛阳市水利局执法人员<em>张建国、李敏</em>
          ，为保护您的合法权益，监督我们的执法行为，本次执法全程录音录像。
        </p>
      </Cue>
      <BigButton sub="记下此刻 09:13:20" onPress={() => {}}>
        已告知
      </BigButton>
      <FieldGrid>
        <MidButton low onPress={() => {}}>
          当事人不在场
        </MidButton>
        <MidButton low onPress={() => {}}>
          返回
        </MidButton>
      </FieldGrid>
    </FieldFrame>
  );
}
