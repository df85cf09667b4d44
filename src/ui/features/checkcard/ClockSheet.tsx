import { createEffect, createMemo, createResource, createSignal, type JSX, on, Show } from 'solid-js';
import type { Instant } from '../../../domain/time.ts';
import { CHECKCARD } from '../../../text/checkcard.ts';
import { clock, dateWithWeekday } from '../../../text/times.ts';
import { signClockCode } from '../../../usecases/clock-code.ts';
import { Button } from '../../kit/Button.tsx';
import { Dialog } from '../../kit/Dialog.tsx';
import { Line } from '../../kit/Layout.tsx';
import { QrPicture } from '../../kit/QrPicture.tsx';
import { Sheet } from '../../kit/Sheet.tsx';
import { Sub } from '../../kit/Words.tsx';
import { useOffice } from '../../live/office.ts';
import styles from './checkcard.module.css';

const T = CHECKCARD.clock;

/** The station's time, large, and the same signed as a code to be filmed. A new one each second. */
export function ClockSheet(): JSX.Element {
  const office = useOffice();
  const [large, setLarge] = createSignal(false);
  const [signer] = createResource(() => office.desk.keyring.stationStatements());
  const [code, setCode] = createSignal<string>();
  const at = createMemo(() => office.now());
  let signing = false;
  const sign = async (moment: Instant): Promise<void> => {
    const known = signer();
    if (!known || signing) return;
    signing = true;
    try {
      setCode(await signClockCode(known, office.desk.book.bureau, moment));
    } finally {
      signing = false;
    }
  };
  createEffect(on([at, signer], ([moment]) => void sign(moment)));
  return (
    <Sheet title={T.heading} sub={T.sub}>
      <div class={styles.clock}>
        <time class={styles.figures} datetime={at()}>
          {clock(at())}
        </time>
        <Sub>{dateWithWeekday(at())}</Sub>
        <Show when={code()} fallback={<p>{signer.loading ? '' : T.unavailable}</p>}>
          {(text) => (
            <div class={styles.code}>
              <QrPicture text={text()} label={T.code} />
            </div>
          )}
        </Show>
        <p>{T.hint}</p>
        <Line>
          <Button size="s" opens="dialog" onPress={() => void setLarge(true)}>
            {T.large}
          </Button>
        </Line>
      </div>
      <Dialog open={large()} onClose={() => setLarge(false)} title={`${T.heading} ${clock(at())}`} wide>
        <div class={styles.large}>
          <QrPicture text={code() ?? ''} label={T.code} />
        </div>
      </Dialog>
    </Sheet>
  );
}
