import type { Plugin } from 'vite';
import { nodesOf, readSources, textOf, type Node } from './read-sources.ts';

const name = 'virtual:known-commands';

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
  const found = new Map<string, KnownCommand>();
  for (const { tree } of readSources('', 'group:'))
    for (const node of nodesOf(tree, 'ObjectExpression')) {
      const command = readCommand(node);
      if (command && !found.has(command.id)) found.set(command.id, command);
    }
  return [...found.values()];
}

function readCommand({ properties }: Node): KnownCommand | null {
  const fields = new Map((properties as { key?: { name?: string }; value?: Node }[]).map(({ key, value }) => [key?.name, value]));
  const [id, label, group, keys] = [textOf(fields.get('id')), textOf(fields.get('label')), textOf(fields.get('group')), fields.get('keys')];
  // What is named after a thing of one's own (a view, a person) is no command of the program's.
  if (!id || !label || !group || fields.has('values') || keys?.type !== 'ArrayExpression') return null;
  const combos = (keys['elements'] as (Node | null)[]).flatMap((element) => textOf(element) ?? []);
  return combos.length === 0 ? null : { id, label, group, keys: combos, whileTyping: fields.get('whileTyping')?.['value'] === true };
}
