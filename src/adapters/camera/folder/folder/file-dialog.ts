import type { PlacedFile } from './files-source.ts';

/** The plain dialog for a folder, where there is no directory picker. null: closed. */
export function askFolderFiles(): Promise<readonly File[] | null> {
  const input = document.createElement('input');
  input.type = 'file';
  input.webkitdirectory = true;
  return new Promise((resolve) => {
    input.addEventListener('change', () => resolve(Array.from(input.files ?? [])), { once: true });
    input.addEventListener('cancel', () => resolve(null), { once: true });
    input.click();
  });
}

/** Paths of that dialog begin with the chosen folder, which is the label and no part of a path. */
export function belowChosen(files: readonly File[]): { readonly label: string; readonly files: readonly PlacedFile[] } {
  const label = files[0]?.webkitRelativePath.split('/')[0] ?? '';
  return {
    label,
    files: files.map((file) => ({ path: file.webkitRelativePath.slice(label.length + 1) || file.name, file })),
  };
}
