import type { BureauLinksPorts } from '../adapters/sync/bureau-links.ts';
import type { JoinLine } from '../usecases/join-messages.ts';

/** The stream of a link that joining speaks over; nothing else is read from a guest. */
const JOIN_STREAM = 'join';

type Link = Parameters<BureauLinksPorts['onGuest']>[0];
type LinkListener = ReturnType<BureauLinksPorts['onGuest']>;

/** A link between a guest and its host as joining sees it, and who hears that link. */
export function lineOf(link: Link): { readonly line: JoinLine; readonly listener: LinkListener } {
  let heard: Parameters<JoinLine['listen']>[0] | null = null;
  let closed = false;
  return {
    line: {
      keyId: link.keyId,
      digits: link.digits,
      invite: link.invite,
      send: (message) => link.send(JOIN_STREAM, message),
      listen: (given) => {
        heard = given;
        if (closed) given.closed();
      },
      close: () => link.close('closed-here'),
    },
    listener: {
      message: (stream, bytes) =>
        stream === JOIN_STREAM && heard !== null ? heard.message(bytes) : link.close('frame-malformed'),
      closed: () => {
        closed = true;
        heard?.closed();
      },
    },
  };
}
