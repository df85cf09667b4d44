/**
 * Station-scoped numbers: no global counter, so two stations offline never clash (forms.md house rules).
 * 录 activity and its recordings, 移 hand-over, 保 custody record, 密 classified medium card.
 */
export type NumberKind = '录' | '移' | '保' | '密';

export interface OfficeNumber {
  /** One or two capital letters, given when the station is admitted. */
  readonly station: string;
  readonly year: number;
  readonly kind: NumberKind;
  /** Unpadded, from 1, per station, kind and year. */
  readonly serial: number;
}

/** `A-2026-录-37`, or in the office's document style `洛水音像录〔2026〕A-37号`. */
export function formatNumber(no: OfficeNumber, style: 'plain' | 'document' = 'plain'): string {
  return style === 'plain'
    ? `${no.station}-${no.year}-${no.kind}-${no.serial}`
    : `洛水音像${no.kind}〔${no.year}〕${no.station}-${no.serial}号`;
}

/** `A-37`: for lists that show one year. */
export const shortNumber = (no: OfficeNumber): string => `${no.station}-${no.serial}`;

/** A recording's 资料编号: its activity's number and two digits or more, `A-2026-录-37-02`. */
export const formatRecordingNumber = (no: OfficeNumber, item: number): string =>
  `${formatNumber(no)}-${String(item).padStart(2, '0')}`;

export const STATION_CODE = /^[A-Z]{1,2}$/;
