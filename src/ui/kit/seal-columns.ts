const HAN = /^[\p{Script=Han}·]+$/u;

/**
 * The signs of a name seal, right column first, as a name chop is cut: name and 印, for two-character names 之印. Undefined where a name
 * does not fit (one character, more than four, not Chinese): then the plain 签 square stands.
 */
export function sealColumns(
  name: string,
  suffix: { readonly long: string; readonly short: string },
): readonly [right: string, left: string] | undefined {
  const signs = Array.from(name.replaceAll(/[\s·]/g, ''));
  if (!HAN.test(name.trim()) || signs.length < 2 || signs.length > 4) return undefined;
  const all = [...signs, ...Array.from(signs.length === 2 ? suffix.short : suffix.long)];
  const right = Math.ceil(all.length / 2);
  return [all.slice(0, right).join(''), all.slice(right).join('')];
}
