/** A hidden link is how a page hands over a file it has made; the browser asks where to, or puts it with the downloads. */
export function saveFile(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  // The browser has taken the blob over by the time another task runs.
  setTimeout(() => URL.revokeObjectURL(url));
}
