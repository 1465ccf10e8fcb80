import type { Plugin } from 'vite';
import { nodesOf, readSource, readSources, textOf, type Node } from './read-sources.ts';

const name = 'virtual:known-settings';
const folder = 'features/settings/';

export interface KnownSetting {
  /** The page's address */
  to: string;
  label: string;
  /** What stands below it to explain it */
  hint?: string;
}

/**
 * Every labelled part of the pages of settings, as the module `virtual:known-settings`: read out of the pages' sources when
 * the app is built, so that the search over the settings knows what the pages show.
 */
export function knownSettings(): Plugin {
  return {
    name: 'known-settings',
    resolveId: (id) => (id === name ? `\0${name}` : null),
    load: (id) => (id === `\0${name}` ? `export const knownSettings = ${JSON.stringify(readKnownSettings())};` : null),
  };
}

const labelled = /^(?:\w*Field|TextArea|Switch|Segments|Section|Checkbox|SettingsPage)$/;

export function readKnownSettings(): KnownSetting[] {
  const pages = pagesByFolder();
  const shared = labelsOfShared();
  const known = readSources(folder, 't(').flatMap(({ file, tree }) => {
    const to = pages.get(file.split('/')[0] ?? '');
    return to ? readSettings(to, tree, shared) : [];
  });
  // The same label twice on a page, such as a name in two dialogs: what explains it counts.
  const explained = [...known.filter(({ hint }) => !hint), ...known.filter(({ hint }) => hint)];
  return [...new Map(explained.map((each) => [`${each.to} ${each.label}`, each])).values()];
}

/** The pages of the settings in their order, with the key of their names. */
export function readSettingsPages(): { to: string; label: string }[] {
  return [...readSource('features/settings/settings-pages.ts').matchAll(/\{ to: '([^']+)', label: '([^']+)', icon/g)].map(([, to = '', label = '']) => ({ to, label }));
}

/** Which page a folder's parts stand on, as the routes say. */
function pagesByFolder(): Map<string, string> {
  const pages = new Map<string, string>();
  for (const [, path, at] of readSource('routes/settings.ts').matchAll(/path: '(\/[\w-]+)(?:\/\$\w+)?'[^;]*?import\('\.\.\/features\/settings\/([\w-]+)\//g)) if (path && at) pages.set(at, `/settings${path}`);
  return pages;
}

/** Parts that bring their label along, such as the choice of a time zone: component → label. */
function labelsOfShared(): Map<string, string> {
  const labels = new Map<string, string>();
  for (const { tree } of readSources(`${folder}parts/`, 't('))
    for (const component of nodesOf(tree, 'FunctionDeclaration')) {
      const label = readSettings('', component, labels)[0]?.label;
      if (label) labels.set(String((component['id'] as Node)['name']), label);
    }
  return labels;
}

function readSettings(to: string, tree: Node, shared: ReadonlyMap<string, string>): KnownSetting[] {
  return [
    ...nodesOf(tree, 'JSXOpeningElement').flatMap((element) => readSetting(to, element, shared) ?? []),
    ...nodesOf(tree, 'JSXElement').flatMap((element) => readLegend(to, element) ?? []),
  ];
}

/** What is above a group of fields that has no component for it. */
function readLegend(to: string, element: Node): KnownSetting | null {
  if (((element['openingElement'] as Node)['name'] as Node)['name'] !== 'legend') return null;
  const [label] = (element['children'] as Node[]).flatMap((child) => said(child) ?? []);
  return label ? { to, label } : null;
}

function readSetting(to: string, element: Node, shared: ReadonlyMap<string, string>): KnownSetting | null {
  const component = String((element['name'] as Node)['name']);
  if (!labelled.test(component)) return null;
  const texts = new Map((element['attributes'] as Node[]).map((attribute) => [String((attribute['name'] as Node | undefined)?.['name']), said(attribute['value'] as Node | null)]));
  const label = texts.get('label') ?? texts.get('title') ?? shared.get(component);
  const hint = texts.get('hint') ?? texts.get('lead');
  return label ? { to, label, ...(hint ? { hint } : {}) } : null;
}

/** The key in `label={t('some.key')}`, of a text without values. */
function said(value: Node | null): string | null {
  const inner = value?.type === 'JSXExpressionContainer' ? (value['expression'] as Node) : null;
  // Of a choice between two, the second: what is there before anything is stored.
  const call = inner?.type === 'ConditionalExpression' ? (inner['alternate'] as Node) : inner;
  if (call?.type !== 'CallExpression' || (call['callee'] as Node)['name'] !== 't') return null;
  const given = call['arguments'] as Node[];
  return given.length === 1 ? textOf(given[0]) : null;
}
