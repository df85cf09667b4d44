import { type ReaderOptions, readBarcodes } from 'zxing-wasm/reader';

/** A frame of a phone's camera shows one code, a sheet of assets some dozens. */
const MOST_CODES = 64;

/** Filmed codes are small, turned and blurred: thoroughness is worth more than speed here. */
const OPTIONS: ReaderOptions = {
  formats: ['QRCode'],
  tryHarder: true,
  tryRotate: true,
  tryInvert: true,
  tryDownscale: true,
  maxNumberOfSymbols: MOST_CODES,
  textMode: 'Plain',
};

/** The library must have been given its WebAssembly before: by itself it would fetch it from a foreign host. */
export async function readCodesIn(image: ImageData): Promise<readonly string[]> {
  const found = await readBarcodes(image, OPTIONS);
  return found.filter(({ isValid }) => isValid).map(({ text }) => text);
}
