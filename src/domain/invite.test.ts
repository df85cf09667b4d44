import { encode } from 'uqr';
import { describe, expect, it } from 'vitest';
import { toBase64url } from '../base/base64url.ts';
import { packText } from '../base/packed-text.ts';
import { asId, type BureauId, type EntryId } from './ids.ts';
import { type Invite, inviteLink, parseInvite, toInviteText } from './invite.ts';
import { plusMs, toInstant } from './time.ts';

const NOW = toInstant(Date.UTC(2026, 2, 5, 1));
const random = (bytes: number): string => toBase64url(crypto.getRandomValues(new Uint8Array(bytes)));

function anInvite(change: Partial<Invite> = {}): Invite {
  return {
    v: 1,
    bureau: asId<BureauId>(random(16)),
    root: asId<EntryId>(random(32)),
    roomKey: { kty: 'EC', crv: 'P-256', x: random(32), y: random(32), d: random(32) },
    secret: random(32),
    hubs: ['https://luzheng-pc1.local:4174'],
    invite: { id: random(16), secret: random(32) },
    bureauName: '洛水市生态环境综合行政执法支队',
    inviter: { code: 'Z01', name: '一楼执法办公室' },
    expiresAt: plusMs(NOW, 3_600_000),
    ...change,
  };
}

describe('an invite', () => {
  it('is read from its text and from its link, and both fit a code a phone can read', async () => {
    const invite = anInvite();
    const text = await toInviteText(invite);
    const link = inviteLink('https://luzheng-pc1.local:4174', text);
    for (const pasted of [text, link, `邀请：\n${link}\n请在今天用`])
      expect(await parseInvite(pasted, NOW)).toEqual({ ok: true, value: invite });
    expect(link.length).toBeLessThan(900);
    // 20 of 40: 97 modules a side.
    expect(encode(link, { ecc: 'L' }).version).toBeLessThanOrEqual(20);
  });

  it('ends at its hour', async () => {
    const text = await toInviteText(anInvite());
    expect(await parseInvite(text, plusMs(NOW, 3_599_999))).toMatchObject({ ok: true });
    expect(await parseInvite(text, plusMs(NOW, 3_600_000))).toEqual({ ok: false, refusal: 'expired' });
  });

  it.each(['', 'hello', 'LZ', 'LZO.AAAA', '请加入录证'])('“%s” is not an invite', async (pasted) => {
    expect(await parseInvite(pasted, NOW)).toEqual({ ok: false, refusal: 'not-an-invite' });
  });

  it('of a newer version is said to be newer', async () => {
    const text = await packText('LZ2.', JSON.stringify({ v: 2 }));
    expect(await parseInvite(`https://x/join#${text}`, NOW)).toEqual({ ok: false, refusal: 'newer-version' });
  });

  it('cut short is said to be cut off', async () => {
    const text = await toInviteText(anInvite());
    expect(await parseInvite(text.slice(0, -1), NOW)).toEqual({ ok: false, refusal: 'cut-off' });
  });

  it.each<Record<string, unknown>>([
    { secret: 'short' },
    { hubs: ['javascript:alert(1)'] },
    { hubs: ['https://a/path'] },
    { hubs: Array.from({ length: 9 }, () => 'https://a') },
    { expiresAt: 'tomorrow' },
    { roomKey: { kty: 'RSA' } },
    { extra: 1 },
    { bureauName: '' },
  ])('with %j in it is damaged, whoever made its checksum', async (change) => {
    const text = await packText('LZ1.', JSON.stringify({ ...anInvite(), ...change }));
    expect(await parseInvite(text, NOW)).toEqual({ ok: false, refusal: 'damaged' });
  });

  it.each(['null', '[]', '{', '"LZ1."', ''])('that holds %j is damaged', async (content) => {
    expect(await parseInvite(await packText('LZ1.', content), NOW)).toEqual({ ok: false, refusal: 'damaged' });
  });
});
