/** By what a camera is known again after a replug or a restart; the cable's own address changes every time. */
export interface CameraKey {
  readonly vendorId: number;
  readonly productId: number;
  /** null: this model has none; then any of the same make answers to the key. */
  readonly serial: string | null;
}

/** Of what a camera tells unasked, as much as changes what is offered. `lost`: it could not tell all, or began anew. */
export type CameraNews = 'object-added' | 'object-removed' | 'store-changed' | 'store-full' | 'lost';

/** A camera that is plugged in and may be used. */
export interface CameraAtHand {
  readonly key: CameraKey;
  /** What it calls itself, such as `Xunzheng DSJ-X5`. */
  readonly name: string;
}

export const cameraKeyText = ({ vendorId, productId, serial }: CameraKey): string =>
  `${vendorId.toString(16).padStart(4, '0')}:${productId.toString(16).padStart(4, '0')}:${serial ?? ''}`;

export const isSameCamera = (a: CameraKey, b: CameraKey): boolean => cameraKeyText(a) === cameraKeyText(b);
