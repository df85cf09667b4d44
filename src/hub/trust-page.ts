import { createHash } from 'node:crypto';
import { trustGuides, trustPage } from '../text/hub.ts';
import type { Fingerprints } from './certificate.ts';

const STYLE = `
:root { color-scheme: light dark; font: 17px/1.7 system-ui, "Noto Sans CJK SC", "Microsoft YaHei", sans-serif; }
body { max-width: 42rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; }
h1 { font-size: 1.5rem; line-height: 1.3; }
h2 { font-size: 1.1rem; margin: 2rem 0 .25rem; }
.address { font-size: 1.15rem; overflow-wrap: anywhere; }
.download { display: inline-block; padding: .5rem 1.25rem; border: 2px solid; border-radius: .4rem; font-weight: 600; }
a:focus-visible, summary:focus-visible { outline: 3px solid; outline-offset: 2px; }
code { overflow-wrap: anywhere; }
details { border-top: 1px solid; padding: .5rem 0; }
summary { font-weight: 600; cursor: pointer; padding: .35rem 0; }
`;

/** CSP source of the page's style element (CSP Level 3 §2.3.1). */
export const trustPageStyleHash = `'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`;

/** Where the certificate of the authority lies, also under an IP address. */
export const CA_PATH = '/luzheng/ca.crt';

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escapeHtml = (text: string): string => text.replaceAll(/[&<>"]/g, (char) => ENTITIES[char] ?? char);
const list = (items: readonly string[]): string =>
  `<ol>${items.map((item) => `<li>${escapeHtml(item)}</li>`).join('')}</ol>`;

/** The one page that an IP address or a foreign name gets. No script, nothing to fill in. */
export function trustPageHtml(lanOrigin: string, fingerprints: Fingerprints): string {
  const guides = trustGuides.map(
    ({ system, steps }) => `<details><summary>${escapeHtml(system)}</summary>${list(steps)}</details>`,
  );
  const address = escapeHtml(`${lanOrigin}/`);
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(trustPage.title)}</title>
<style>${STYLE}</style>
</head>
<body>
<h1>${escapeHtml(trustPage.title)}</h1>
<p>${escapeHtml(trustPage.lead)}</p>
<p class="address">${escapeHtml(trustPage.linkLead)}：<a href="${address}">${address}</a></p>
<h2>${escapeHtml(trustPage.firstTime)}</h2>
${list(trustPage.acts)}
<p><a class="download" href="${CA_PATH}" download="luzheng-ca.crt">${escapeHtml(trustPage.download)}</a></p>
<p>${escapeHtml(trustPage.check)}</p>
<p>${escapeHtml(trustPage.sha256)}<br><code>${escapeHtml(fingerprints.sha256)}</code></p>
<p>${escapeHtml(trustPage.sha1)}<br><code>${escapeHtml(fingerprints.sha1)}</code></p>
<p>${escapeHtml(trustPage.scope)}</p>
${guides.join('\n')}
<details><summary>${escapeHtml(trustPage.trouble)}</summary>${list(trustPage.troubleSteps)}</details>
</body>
</html>
`;
}
