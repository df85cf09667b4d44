/**
 * A tiny writer of EXIF (TIFF 6.0, Exif 2.32), to make test photographs with. Little-endian, one IFD0 with an Exif and a GPS IFD.
 */

export interface ExifFields {
  readonly make?: string;
  readonly model?: string;
  readonly software?: string;
  readonly dateTimeOriginal?: string;
  readonly offsetTimeOriginal?: string;
  readonly bodySerialNumber?: string;
  readonly latitude?: number;
  readonly longitude?: number;
}

type Value =
  | { readonly kind: 'ascii'; readonly text: string }
  | { readonly kind: 'long'; readonly value: number }
  | { readonly kind: 'rationals'; readonly values: readonly (readonly [number, number])[] };

interface Field {
  readonly tag: number;
  readonly value: Value;
}

const ascii = (tag: number, text: string | undefined): readonly Field[] =>
  text === undefined ? [] : [{ tag, value: { kind: 'ascii', text } }];

/** Degrees, minutes and seconds as three rationals. */
function sexagesimal(degrees: number): readonly (readonly [number, number])[] {
  const whole = Math.floor(degrees);
  const minutes = Math.floor((degrees - whole) * 60);
  const seconds = (degrees - whole) * 3600 - minutes * 60;
  return [
    [whole, 1],
    [minutes, 1],
    [Math.round(seconds * 10_000), 10_000],
  ];
}

function bytesOf(value: Value): { readonly type: number; readonly count: number; readonly bytes: Buffer } {
  if (value.kind === 'ascii') {
    const bytes = Buffer.from(`${value.text}\0`, 'latin1');
    return { type: 2, count: bytes.length, bytes };
  }
  if (value.kind === 'long') {
    const bytes = Buffer.alloc(4);
    bytes.writeUInt32LE(value.value);
    return { type: 4, count: 1, bytes };
  }
  const bytes = Buffer.alloc(value.values.length * 8);
  value.values.forEach(([top, bottom], i) => {
    bytes.writeUInt32LE(top, i * 8);
    bytes.writeUInt32LE(bottom, i * 8 + 4);
  });
  return { type: 5, count: value.values.length, bytes };
}

/** One image file directory that begins at `at`; values over four bytes follow it. */
function directory(fields: readonly Field[], at: number): Buffer {
  const head = Buffer.alloc(2 + fields.length * 12 + 4);
  const tail: Buffer[] = [];
  let tailAt = at + head.length;
  head.writeUInt16LE(fields.length, 0);
  fields.forEach(({ tag, value }, i) => {
    const { type, count, bytes } = bytesOf(value);
    const entry = 2 + i * 12;
    head.writeUInt16LE(tag, entry);
    head.writeUInt16LE(type, entry + 2);
    head.writeUInt32LE(count, entry + 4);
    if (bytes.length <= 4) bytes.copy(head, entry + 8);
    else {
      head.writeUInt32LE(tailAt, entry + 8);
      const padded = bytes.length % 2 === 0 ? bytes : Buffer.concat([bytes, Buffer.alloc(1)]);
      tail.push(padded);
      tailAt += padded.length;
    }
  });
  return Buffer.concat([head, ...tail]);
}

function gpsFields({ latitude, longitude }: ExifFields): readonly Field[] {
  if (latitude === undefined || longitude === undefined) return [];
  return [
    ...ascii(0x0001, latitude < 0 ? 'S' : 'N'),
    { tag: 0x0002, value: { kind: 'rationals', values: sexagesimal(Math.abs(latitude)) } },
    ...ascii(0x0003, longitude < 0 ? 'W' : 'E'),
    { tag: 0x0004, value: { kind: 'rationals', values: sexagesimal(Math.abs(longitude)) } },
  ];
}

/** The TIFF block alone, as a HEIC `Exif` item holds it after its four-byte offset. */
export function tiffBlock(fields: ExifFields): Buffer {
  const header = Buffer.from([0x49, 0x49, 42, 0, 8, 0, 0, 0]);
  const exif = [
    ...ascii(0x9003, fields.dateTimeOriginal),
    ...ascii(0x9011, fields.offsetTimeOriginal),
    ...ascii(0xa431, fields.bodySerialNumber),
  ];
  const gps = gpsFields(fields);
  const named = [...ascii(0x010f, fields.make), ...ascii(0x0110, fields.model), ...ascii(0x0131, fields.software)];
  const pointers = (exifAt: number, gpsAt: number): readonly Field[] => [
    ...named,
    { tag: 0x8769, value: { kind: 'long', value: exifAt } },
    ...(gps.length === 0 ? [] : [{ tag: 0x8825, value: { kind: 'long', value: gpsAt } } as const]),
  ];
  const exifAt = header.length + directory(pointers(0, 0), header.length).length;
  const exifBytes = directory(exif, exifAt);
  const gpsAt = exifAt + exifBytes.length;
  const first = directory(pointers(exifAt, gpsAt), header.length);
  return Buffer.concat([header, first, exifBytes, ...(gps.length === 0 ? [] : [directory(gps, gpsAt)])]);
}

/** `jpeg` with an APP1 segment right after its start marker. */
export function withExif(jpeg: Buffer, fields: ExifFields): Buffer {
  const payload = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiffBlock(fields)]);
  const head = Buffer.from([0xff, 0xe1, 0, 0]);
  head.writeUInt16BE(payload.length + 2, 2);
  return Buffer.concat([jpeg.subarray(0, 2), head, payload, jpeg.subarray(2)]);
}

function box(type: string, ...parts: readonly Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  const head = Buffer.alloc(8);
  head.writeUInt32BE(content.length + 8, 0);
  head.write(type, 4, 'latin1');
  return Buffer.concat([head, content]);
}

const be = (...words: readonly (readonly [number, 1 | 2 | 4])[]): Buffer =>
  Buffer.concat(
    words.map(([value, size]) => {
      const bytes = Buffer.alloc(size);
      bytes.writeUIntBE(value, 0, size);
      return bytes;
    }),
  );

/**
 * The frame of a HEIC photograph (ISO 23008-12): file type, item table and an Exif item. It holds no picture: encoders for it
 * are rare, and what is tested is that its claims are read.
 */
export function heicWithExif(fields: ExifFields): Buffer {
  const item = Buffer.concat([be([0, 4]), tiffBlock(fields)]);
  const build = (itemAt: number): Buffer => {
    const infe = box('infe', be([2, 1], [0, 1], [0, 2], [1, 2], [0, 2]), Buffer.from('Exif\0', 'latin1'));
    const iinf = box('iinf', be([0, 4], [1, 2]), infe);
    const iloc = box(
      'iloc',
      be([0, 4], [0x44, 1], [0, 1], [1, 2], [1, 2], [0, 2], [1, 2], [itemAt, 4], [item.length, 4]),
    );
    const hdlr = box('hdlr', be([0, 4], [0, 4]), Buffer.from('pict', 'latin1'), Buffer.alloc(13));
    const ftyp = box('ftyp', Buffer.from('heic', 'latin1'), be([0, 4]), Buffer.from('mif1heic', 'latin1'));
    return Buffer.concat([ftyp, box('meta', be([0, 4]), hdlr, iinf, iloc)]);
  };
  const itemAt = build(0).length + 8;
  return Buffer.concat([build(itemAt), box('mdat', item)]);
}
