import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseSync, type Plugin } from 'vite';

const name = 'virtual:known-commands';
const source = fileURLToPath(new URL('src/', import.meta.url));

interface Node {
  type: string;
  [field: string]: unknown;
}

export interface KnownCommand {
  id: string;
  label: string;
  group: string;
  keys: string[];
  whileTyping: boolean;
}

/**
 * Every command with a key that some screen of the app registers, as the module `virtual:known-commands`: read out of the
 * sources when the app is built, so that the page of keys is whole without any screen having been opened.
 */
export function knownCommands(): Plugin {
  return {
    name: 'known-commands',
    resolveId: (id) => (id === name ? `\0${name}` : null),
    load: (id) => (id === `\0${name}` ? `export const knownCommands = ${JSON.stringify(readKnownCommands())};` : null),
  };
}

export function readKnownCommands(): KnownCommand[] {
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((file) => /(?<!\.test)\.tsx?$/.test(file));
  const found = new Map<string, KnownCommand>();
  for (const file of files.toSorted()) {
    const code = readFileSync(`${source}${file}`, 'utf8');
    if (!code.includes('group:')) continue;
    for (const command of commandsIn(parseSync(file, code).program as unknown as Node)) if (!found.has(command.id)) found.set(command.id, command); // a tree of plain nodes
  }
  return [...found.values()];
}

function commandsIn(node: unknown): KnownCommand[] {
  if (Array.isArray(node)) return node.flatMap(commandsIn);
  if (typeof node !== 'object' || node === null) return [];
  const here = (node as Node).type === 'ObjectExpression' ? readCommand(node as Node) : null;
  return [...(here ? [here] : []), ...Object.values(node).flatMap(commandsIn)];
}

function readCommand({ properties }: Node): KnownCommand | null {
  const fields = new Map((properties as { key?: { name?: string }; value?: Node }[]).map(({ key, value }) => [key?.name, value]));
  const [id, label, group, keys] = [textOf(fields.get('id')), textOf(fields.get('label')), textOf(fields.get('group')), fields.get('keys')];
  if (!id || !label || !group || keys?.type !== 'ArrayExpression') return null;
  const combos = (keys['elements'] as (Node | null)[]).flatMap((element) => textOf(element ?? undefined) ?? []);
  return combos.length === 0 ? null : { id, label, group, keys: combos, whileTyping: fields.get('whileTyping')?.['value'] === true };
}

/** A text as it is written; of a choice between two, the second; nothing for what is made while the app runs. */
function textOf(node: Node | undefined): string | null {
  if (!node) return null;
  if (node.type === 'TSAsExpression') return textOf(node['expression'] as Node);
  if (node.type === 'ConditionalExpression') return textOf(node['alternate'] as Node);
  return node.type === 'Literal' && typeof node['value'] === 'string' ? node['value'] : null;
}
