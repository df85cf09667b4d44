/** A file of any size that counts what is read of it; between `head` and `tail` it holds zeros. */
export function makeCountedBlob(head: Uint8Array, sizeBytes: number, tail = new Uint8Array(0)) {
  let readBytes = 0;
  const byteAt = (at: number): number => {
    if (at < head.length) return head[at] ?? 0;
    return at >= sizeBytes - tail.length ? (tail[at - (sizeBytes - tail.length)] ?? 0) : 0;
  };
  const slice = (start = 0, end = sizeBytes): Blob =>
    ({
      size: end - start,
      arrayBuffer: async () => {
        readBytes += end - start;
        const bytes = new Uint8Array(end - start);
        // Filling gigabytes one by one would be the test's own fault, so only the parts that are not zero are.
        for (let at = start; at < Math.min(end, head.length); at++) bytes[at - start] = byteAt(at);
        for (let at = Math.max(start, sizeBytes - tail.length); at < end; at++) bytes[at - start] = byteAt(at);
        return bytes.buffer;
      },
    }) as unknown as Blob;
  return { blob: { size: sizeBytes, type: '', slice } as unknown as Blob, readBytes: () => readBytes };
}

/** A file whose card is pulled once `goodBytes` were read. */
export function makePulledBlob(content: Uint8Array<ArrayBuffer>, goodBytes: number): Blob {
  let readBytes = 0;
  const slice = (start = 0, end = content.length): Blob =>
    ({
      arrayBuffer: async () => {
        readBytes += end - start;
        if (readBytes > goodBytes) throw new DOMException('The file could not be read', 'NotReadableError');
        return content.slice(start, end).buffer;
      },
    }) as unknown as Blob;
  return { size: content.length, type: '', slice } as unknown as Blob;
}
