import { type JSX, Match, Switch } from 'solid-js';
import { CARD_ACCOUNT } from '../../../text/card-account.ts';
import { Button } from '../../kit/Button.tsx';
import { Sub } from '../../kit/Words.tsx';
import { useFootageDesk } from '../../live/footage-desk.ts';

/** While an intake runs: may the browser tell when the card can be pulled out? Asked by a press, and never twice. */
export function SafeNotice(): JSX.Element {
  const footage = useFootageDesk();
  return (
    <Switch>
      <Match when={footage.notices() === 'unasked'}>
        <div>
          <Button size="s" onPress={() => footage.askNotices()}>
            {CARD_ACCOUNT.notify}
          </Button>{' '}
          <Sub>{CARD_ACCOUNT.notifyWhy}</Sub>
        </div>
      </Match>
      <Match when={footage.notices() === 'allowed'}>
        <Sub>{CARD_ACCOUNT.notifyOn}</Sub>
      </Match>
      <Match when={footage.notices() === 'refused'}>
        <Sub>{CARD_ACCOUNT.notifyRefused}</Sub>
      </Match>
    </Switch>
  );
}
