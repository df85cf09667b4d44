/** Reads what is printed or shown as a code: an invite on the other PC's screen, the clock filmed with a recorder (Art. 5). */
export interface CodeReader {
  /**
   * Texts of all QR codes in one picture or video frame, in no order; empty where there are none. Pictures are read one after
   * another. Throws `Fault<CodeReaderFaultCode>`, and RangeError for a picture of more than 32 megapixels.
   */
  readCodes(image: ImageData, signal?: AbortSignal): Promise<readonly string[]>;
  /** Ends the worker; the next picture starts another. */
  close(): void;
}

/** The worker or its WebAssembly does not come up, or broke down on this picture. */
export type CodeReaderFaultCode = 'code-reader-unavailable' | 'code-reader-crashed';
