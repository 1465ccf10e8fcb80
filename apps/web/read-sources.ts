import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseSync } from 'vite';

/** What is read out of the app's own sources when it is built. */

export interface Node {
  type: string;
  [field: string]: unknown;
}

const source = fileURLToPath(new URL('src/', import.meta.url));

/** The parsed sources below a folder of src that hold a word; tests are left out. */
export function readSources(folder: string, word: string): { file: string; tree: Node }[] {
  const files = readdirSync(`${source}${folder}`, { recursive: true, encoding: 'utf8' }).filter((file) => /(?<!\.test|\.d)\.tsx?$/.test(file));
  return files.toSorted().flatMap((file) => {
    const code = readFileSync(`${source}${folder}${file}`, 'utf8');
    return code.includes(word) ? [{ file, tree: parseSync(file, code).program as unknown as Node }] : []; // a tree of plain nodes
  });
}

export function readSource(file: string): string {
  return readFileSync(`${source}${file}`, 'utf8');
}

/** Every node of a kind, in the order of the text. */
export function nodesOf(node: unknown, type: string): Node[] {
  if (Array.isArray(node)) return node.flatMap((each) => nodesOf(each, type));
  if (typeof node !== 'object' || node === null) return [];
  const here = (node as Node).type === type ? [node as Node] : [];
  return [...here, ...Object.values(node).flatMap((each) => nodesOf(each, type))];
}

/** A text as it is written; of a choice between two, the second; nothing for what is made while the app runs. */
export function textOf(node: Node | undefined | null): string | null {
  if (!node) return null;
  if (node.type === 'TSAsExpression') return textOf(node['expression'] as Node);
  if (node.type === 'ConditionalExpression') return textOf(node['alternate'] as Node);
  return node.type === 'Literal' && typeof node['value'] === 'string' ? node['value'] : null;
}
