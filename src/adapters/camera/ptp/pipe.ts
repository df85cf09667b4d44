/** One bulk transfer from the camera: what came until the buffer was full or a short packet ended it. */
export interface Arrived {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Ended by a short or empty packet, before the buffer was full. */
  readonly isShort: boolean;
}

/**
 * The cable as the session sees it: bulk transfers both ways and PTP's class requests. Throws `Fault<CameraFaultCode>`:
 * `camera-gone`, `camera-halted`. Receives that are asked for together end in the order asked.
 */
export interface BytePipe {
  /** Largest packet of the bulk endpoint in: receives are multiples of it, anything else is lost as babble. */
  readonly packetBytes: number;
  send(bytes: Uint8Array<ArrayBuffer>): Promise<void>;
  receive(length: number): Promise<Arrived>;
  /** PTP's Cancel, a class request on the control endpoint. Some cameras never answer it: the caller waits with a clock. */
  cancel(transaction: number): Promise<void>;
  /** One event from its own endpoint; absent where there is none. Waits as long as the camera has nothing to tell. */
  readonly event?: () => Promise<Uint8Array>;
  /** PTP's GetDeviceStatus: a response code, OK once a Cancel is through. Cameras exist that never answer it. */
  readonly status?: () => Promise<number>;
  /** PTP's DeviceReset: the camera drops its session and whatever it was about. */
  readonly reset?: () => Promise<void>;
  /** Takes a halt off both bulk endpoints. */
  clearHalt(): Promise<void>;
  /** Lets go of the interface and takes it again; receives under way fail. */
  reopen(): Promise<void>;
  close(): Promise<void>;
}
