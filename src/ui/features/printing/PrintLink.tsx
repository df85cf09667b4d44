import type { JSX } from 'solid-js';
import { PRINT } from '../../../text/printing.ts';
import { Button } from '../../kit/Button.tsx';

export const PrintLink = (props: { readonly href: string; readonly no: string }): JSX.Element => (
  <Button size="s" href={props.href} name={PRINT.of(props.no)}>
    {PRINT.print}
  </Button>
);
