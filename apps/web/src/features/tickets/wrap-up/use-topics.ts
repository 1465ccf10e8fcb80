import { useQueries } from '@tanstack/react-query';
import { useT } from '../../../lib/i18n.ts';
import { useMe } from '../../../lib/session.ts';
import { useFieldWords } from '../../fields/index.ts';
import { topicField, topicsOptions } from './wrap-up-queries.ts';

/** Trees of so many brands are offered; who works for more names brands first, in the view. */
const mostTrees = 20;

export interface Topic {
  id: number;
  key: string;
  /** With the branches above it */
  path: string;
}

/** Every topic that the agent's brands have, once; none are asked for unless they are wanted. */
export function useTopics(wanted: boolean): Topic[] {
  const t = useT();
  const words = useFieldWords();
  const { brands } = useMe();
  const found = useQueries({ queries: (wanted ? brands.slice(0, mostTrees) : []).map(({ id }) => topicsOptions(id)) });
  const trees = new Map(found.flatMap(({ data }) => data ?? []).map((tree) => [tree.brand?.id ?? null, tree]));
  const field = topicField([...trees.values()], t('wrapup.topic'));
  const keys = new Map([...trees.values()].flatMap(({ topics }) => topics).map(({ id, key }) => [String(id), key]));
  return field.options.filter(({ archived }) => !archived).map(({ key: id }) => ({ id: Number(id), key: keys.get(id) ?? '', path: words.path(field, id) }));
}
