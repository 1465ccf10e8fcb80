import type { Translator } from '@ombud/i18n';
import type { ListSort } from '../store/view-filters.ts';

/** How an order is called; those by what is due next and by priority came with the texts of views. */
export const sortWord = (t: Translator['t'], sort: ListSort): string => (sort === 'due' || sort === 'priority' ? t(`views.sort.${sort}`) : t(`tickets.sort.${sort}`));
