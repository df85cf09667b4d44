/** Class names that apply, joined. CSS modules type every name as possibly missing. */
export const cx = (...names: readonly (string | false | undefined)[]): string => names.filter(Boolean).join(' ');
