import { isFault } from '../base/fault.ts';
import { never } from '../base/never.ts';
import { settingFaults, started, startFaults } from '../text/hub.ts';
import { startOf } from './certificate.ts';
import type { Notice } from './certificate-folder.ts';
import type { PortFaultCode } from './listen.ts';
import { lanOrigin, localOrigin } from './place.ts';
import type { SettingRefusal } from './settings.ts';
import type { Hub, HubFaultCode } from './start-hub.ts';

function noticeText(notice: Notice, hub: Hub): string {
  switch (notice.kind) {
    case 'new-authority':
      return started.newAuthority;
    case 'renewed':
      return started.renewed;
    case 'damaged-aside':
      return started.damagedAside(notice.path);
    case 'clock-behind':
      return started.clockBehind(startOf(hub.certificates.site.certificate).toISOString().slice(0, 10));
    default:
      return never(notice);
  }
}

/** What the terminal shows once the hub serves. */
export function announcement(hub: Hub, addresses: readonly string[]): string {
  const { before, host } = hub.name;
  const { sha256, sha1 } = hub.house.authority.fingerprints;
  return [
    started.local(localOrigin(hub.addresses)),
    started.lan(lanOrigin(hub.addresses)),
    started.firstVisit(addresses.map((address) => `http://${address}:${hub.addresses.httpPort}`)),
    started.fingerprint(sha256),
    started.fingerprintSha1(sha1),
    ...(before ? [started.nameChanged(before, host)] : []),
    ...hub.certificates.notices.map((notice) => noticeText(notice, hub)),
    started.stopHint,
  ].join('\n');
}

export function refusalText(refusals: readonly SettingRefusal[]): string {
  return refusals.map(({ code, name, given }) => settingFaults[code](name, given)).join('\n');
}

/** Words for a fault of starting; `alreadyRunning` when the taken port is held by another hub of this app. */
export function faultText(error: unknown, alreadyRunning: boolean): string {
  if (!isFault(error)) throw error;
  const { facts } = error;
  const port = Number(facts.port);
  const code = error.code as HubFaultCode | PortFaultCode;
  switch (code) {
    case 'port-taken':
      return alreadyRunning ? startFaults['already-running'](port) : startFaults['port-taken'](port);
    case 'port-forbidden':
      return startFaults['port-forbidden'](port);
    case 'port-failed':
      return startFaults['port-failed'](port, String(facts.reason));
    case 'app-missing':
      return startFaults['app-missing'](String(facts.dir));
    case 'folder-not-writable':
      return startFaults['folder-not-writable'](String(facts.dir), String(facts.reason));
    default:
      return never(code);
  }
}
