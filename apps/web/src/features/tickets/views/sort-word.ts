import type { Translator } from '@ombud/i18n';
import type { ListSort } from '../store/view-filters.ts';

/** How an order is called; that by what is due next came with the texts of views. */
export const sortWord = (t: Translator['t'], sort: ListSort): string => (sort === 'due' ? t('views.sort.due') : t(`tickets.sort.${sort}`));
