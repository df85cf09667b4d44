import type { JSX } from 'solid-js';
import type { PersonId } from '../../../domain/ids.ts';
import { FIELD } from '../../../text/field.ts';
import { createNames } from '../../live/names.ts';
import { isDemonstration, useOffice } from '../../live/office.ts';
import { FieldFrame, type FieldFrameProps } from '../../shell/FieldFrame.tsx';

export interface SiteFrameProps extends Pick<FieldFrameProps, 'sub' | 'title' | 'elapsed' | 'children'> {
  /** Of the activity; empty while it is not read yet. */
  readonly officers: readonly PersonId[];
}

/** The frame of every page on site: who is out, whether there is a network, and whether all of it is a demonstration. */
export function SiteFrame(props: SiteFrameProps): JSX.Element {
  const office = useOffice();
  const names = createNames();
  return (
    <FieldFrame
      backHref="/"
      people={props.officers.map(names.person).join(FIELD.list)}
      offline={!office.online()}
      demo={isDemonstration(office)}
      sub={props.sub}
      title={props.title}
      elapsed={props.elapsed}
    >
      {props.children}
    </FieldFrame>
  );
}
