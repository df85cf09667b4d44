import { readdir, readFile } from 'node:fs/promises';

const SAMPLE_EVERY_MS = 100;

async function readNumber(path: string, pattern: RegExp): Promise<number> {
  // A process may end while it is looked at.
  const text = await readFile(path, 'utf8').catch(() => '');
  return Number(pattern.exec(text)?.[1] ?? 0);
}

/** The browser started with this profile, and all that descend from it. */
async function browserProcesses(profile: string): Promise<readonly string[]> {
  const all = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const parents = new Map<string, string>();
  const browsers = new Set<string>();
  for (const pid of all) {
    const [line, status] = await Promise.all(
      ['cmdline', 'status'].map((file) => readFile(`/proc/${pid}/${file}`, 'utf8').catch(() => '')),
    );
    if (line?.includes(`--user-data-dir=${profile}`)) browsers.add(pid);
    parents.set(pid, /^PPid:\s+(\d+)/m.exec(status ?? '')?.[1] ?? '0');
  }
  const belongs = (pid: string | undefined): boolean =>
    pid !== undefined && pid !== '0' && (browsers.has(pid) || belongs(parents.get(pid)));
  return all.filter(belongs);
}

/** Proportional set size, so that pages shared between the browser's processes count once. */
async function memoryMB(profile: string): Promise<number> {
  const pids = await browserProcesses(profile);
  if (pids.length === 0) throw new Error('no browser process with that profile');
  const sizes = await Promise.all(pids.map((pid) => readNumber(`/proc/${pid}/smaps_rollup`, /^Pss:\s+(\d+) kB/m)));
  return sizes.reduce((sum, kB) => sum + kB, 0) / 1024;
}

/** Watches a browser's memory until `stop`. Linux only: it reads /proc. */
export async function watchMemory(profile: string): Promise<{
  stop(): Promise<{ readonly peakMB: number; readonly beforeMB: number }>;
}> {
  const beforeMB = await memoryMB(profile);
  let peakMB = beforeMB;
  let watching = true;
  const watch = async (): Promise<void> => {
    while (watching) {
      peakMB = Math.max(peakMB, await memoryMB(profile));
      await new Promise((resolve) => setTimeout(resolve, SAMPLE_EVERY_MS));
    }
  };
  const watched = watch();
  return {
    stop: async () => {
      watching = false;
      await watched;
      return { peakMB: Math.round(peakMB), beforeMB: Math.round(beforeMB) };
    },
  };
}
