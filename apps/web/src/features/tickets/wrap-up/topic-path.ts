import type { Language } from '@ombud/i18n';
import { labelOf } from '../../fields/index.ts';
import type { WrapUp } from './wrap-up-queries.ts';

/** From the top of the tree down, in the reader's language. */
export function topicPath(topic: NonNullable<WrapUp['topic']>, language: Language): string {
  return topic.path.map((each) => labelOf(each, language)).join(' → ');
}
