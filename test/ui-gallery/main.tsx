import '../../src/ui/style/base.css';
import { type Component, createResource, Show } from 'solid-js';
import { Dynamic, render } from 'solid-js/web';

const params = new URLSearchParams(location.search);
const root = document.documentElement;
root.dataset.theme = params.get('theme') ?? 'light';
root.dataset.fontSize = params.get('size') ?? 'standard';
if (params.has('plain')) root.dataset.seal = 'plain';

const VIEWS: Readonly<Record<string, () => Promise<{ readonly default: Component }>>> = {
  today: () => import('./views/Today.tsx'),
  intake: () => import('./views/Intake.tsx'),
  trouble: () => import('./views/IntakeTrouble.tsx'),
  ledger: () => import('./views/Ledger.tsx'),
  record: () => import('./views/Record.tsx'),
  access: () => import('./views/Access.tsx'),
  empty: () => import('./views/EmptyLedger.tsx'),
  parts: () => import('./views/Parts.tsx'),
  forms: () => import('./views/Forms.tsx'),
  field: () => import('./views/FieldScreen.tsx'),
  cue: () => import('./views/CueCard.tsx'),
  first: () => import('./views/FirstUse.tsx'),
};

function Gallery() {
  const [view] = createResource(async () => {
    const open = VIEWS[params.get('view') ?? 'today'] ?? VIEWS.today;
    return open === undefined ? undefined : (await open()).default;
  });
  return <Show when={view()}>{(component) => <Dynamic component={component()} />}</Show>;
}

const place = document.getElementById('root');
if (place) render(() => <Gallery />, place);
