/**
 * Station-scoped numbers: no global counter, so two stations offline never clash (forms.md house rules). The marks are
 * the bureau's one-character number kinds; they are the only Chinese text below `text/`, because a number's text is data.
 */
export const NUMBER_MARK = { record: '录', handover: '移', custody: '保', classified: '密' } as const;

export type NumberKind = keyof typeof NUMBER_MARK;
export const NUMBER_KINDS: readonly NumberKind[] = ['record', 'handover', 'custody', 'classified'];

export interface OfficeNumber {
  /** One or two capital letters, given when the station is admitted. */
  readonly station: string;
  readonly year: number;
  readonly kind: NumberKind;
  /** Unpadded, from 1, per station, kind and year. */
  readonly serial: number;
}

/** `A-2026-录-37`, or in the office's document style `洛水音像录〔2026〕A-37号`, used only once the office switched it on. */
export function formatNumber(no: OfficeNumber, style: 'plain' | 'document' = 'plain'): string {
  const mark = NUMBER_MARK[no.kind];
  return style === 'plain'
    ? `${no.station}-${no.year}-${mark}-${no.serial}`
    : `洛水音像${mark}〔${no.year}〕${no.station}-${no.serial}号`;
}

/** `A-37`: for lists that show one year. */
export const shortNumber = (no: OfficeNumber): string => `${no.station}-${no.serial}`;

const twoDigits = (item: number): string => String(item).padStart(2, '0');

/** A recording's 资料编号: its activity's number and two digits or more, `A-2026-录-37-02`. */
export const formatRecordingNumber = (no: OfficeNumber, item: number): string =>
  `${formatNumber(no)}-${twoDigits(item)}`;

/** `A-37-02`. */
export const shortRecordingNumber = (no: OfficeNumber, item: number): string => `${shortNumber(no)}-${twoDigits(item)}`;

export const STATION_CODE = /^[A-Z]{1,2}$/;
