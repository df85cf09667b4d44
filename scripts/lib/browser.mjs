import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run, runTool } from './run.mjs';

/**
 * The first are Playwright's own: Chromium heeds the last list only. The other two load pages of the address bar into every
 * window, which costs each test more than a second of processor time.
 */
const DISABLED_FEATURES = [
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'LensOverlay',
  'MediaRouter',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'TcpPortRandomizationWin',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
  'PreconnectToSearch',
  'msForceBrowserSignIn',
  'msEdgeUpdateLaunchServicesPreferredVersion',
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
];

/** Flags every automated Chromium of this project starts with: nothing is asked, nothing calls home. */
export const CHROMIUM_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  `--disable-features=${DISABLED_FEATURES.join(',')}`,
];

/** @type {Partial<Record<NodeJS.Platform, readonly string[]>>} */
const KNOWN_PLACES = {
  linux: [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome-stable',
    '/usr/bin/google-chrome',
    '/usr/bin/microsoft-edge',
    '/snap/bin/chromium',
  ],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
    'C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
};

/** Ubuntu's package `chromium` is a stub for snap that only prints advice, so a browser must say its version. */
function startsUp(/** @type {string} */ path) {
  if (process.platform === 'win32') return existsSync(path);
  return spawnSync(path, ['--version'], { timeout: 60_000 }).status === 0;
}

/** The one Playwright keeps, if it was installed before. */
async function playwrightsOwn() {
  const { chromium } = await import('@playwright/test');
  return chromium.executablePath();
}

/**
 * Path of a Chromium that starts, or undefined. `CHROMIUM_PATH` goes before all others and is taken at its word.
 * @returns {Promise<string | undefined>}
 */
export async function findBrowser() {
  if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH;
  const places = [...(KNOWN_PLACES[process.platform] ?? []), await playwrightsOwn()];
  return places.find((path) => existsSync(path) && startsUp(path));
}

/** @param {string} command */
function onPath(command) {
  return (process.env.PATH ?? '').split(delimiter).some((dir) => {
    try {
      accessSync(join(dir, command), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

function isDebianRoot() {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !onPath('apt-get')) return false;
  return /^ID(?:_LIKE)?=.*(?:debian|ubuntu)/m.test(readFileSync('/etc/os-release', 'utf8'));
}

function hasChineseFonts() {
  if (process.platform !== 'linux') return true;
  return onPath('fc-list') && spawnSync('fc-list', [':lang=zh', 'family']).stdout.toString().trim() !== '';
}

/** Programs that the tests call, by the Debian package that brings each. */
const TEST_TOOLS = { 'poppler-utils': 'pdftoppm', ffmpeg: 'ffmpeg' };

/**
 * Debian packages this machine lacks.
 * @param {string | undefined} browser
 * @param {boolean} forTests
 */
function missingPackages(browser, forTests) {
  const ending = process.platform === 'win32' ? '.exe' : '';
  const tools = Object.entries(forTests ? TEST_TOOLS : {}).filter(([, command]) => !onPath(command + ending));
  return [
    ...(browser ? [] : ['chromium']),
    ...(hasChineseFonts() ? [] : ['fonts-noto-cjk', 'fontconfig']),
    ...tools.map(([name]) => name),
  ];
}

/** @param {readonly string[]} packages */
async function aptInstall(packages) {
  const options = { aside: true, env: { DEBIAN_FRONTEND: 'noninteractive' } };
  console.error(`Installing ${packages.join(' ')} …`);
  if ((await run('apt-get', ['update', '-qq'], options)) !== 0) return;
  // One by one: a name this release does not have must not cost the others.
  for (const name of packages) await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', name], options);
}

/**
 * Finds or installs Chromium and Chinese fonts, for tests also pdftoppm and ffmpeg.
 * @param {{ forTests?: boolean }} [options]
 * @returns {Promise<string | undefined>} path of Chromium; undefined when there is none and none could be installed
 */
export async function ensureBrowser({ forTests = false } = {}) {
  const before = await findBrowser();
  const missing = missingPackages(before, forTests);
  if (missing.length === 0) return before;
  if (isDebianRoot()) await aptInstall(missing);
  if (!(await findBrowser())) await runTool('@playwright/test', 'playwright', ['install', 'chromium'], { aside: true });
  const browser = await findBrowser();
  const still = missingPackages(browser, forTests);
  if (still.length > 0) console.warn(`Still missing on this machine, please install: ${still.join(' ')}`);
  return browser;
}
