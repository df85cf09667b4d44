import { Fault } from '../../../base/fault.ts';
import type { CameraFaultCode } from '../../../domain/ports/footage-source.ts';

/** Every failure of the cable or the camera leaves this room under one of the port's closed codes. */
export const cameraFault = (
  code: CameraFaultCode,
  facts: Readonly<Record<string, string | number>> = {},
  cause?: unknown,
): Fault<CameraFaultCode> => new Fault(code, facts, cause);

/** What came is not what the protocol says must come. */
export const garbled = (what: string, facts: Readonly<Record<string, string | number>> = {}): Fault<CameraFaultCode> =>
  cameraFault('camera-garbled', { what, ...facts });

export const toCode = (code: number): string => `0x${code.toString(16).toUpperCase().padStart(4, '0')}`;
