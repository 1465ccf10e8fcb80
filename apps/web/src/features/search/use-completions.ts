import { useQuery } from '@tanstack/react-query';
import { useT } from '../../lib/i18n.ts';
import { useMe } from '../../lib/session.ts';
import { channelWord, customerSearchOptions, priorityWord, statusWord, useAgents, useLanguageName, useTagsToOffer, useTeams, useTopics } from '../tickets/index.ts';
import { useFields, useFieldWords, type Field } from '../fields/index.ts';
import { filtersBeginning, fitting, type Completion, type FilterName, type Spot } from './completions.ts';

export interface Offer extends Completion {
  filter: string;
  /** The filter itself: a value comes next */
  isFilter: boolean;
}

const mostFieldsOffered = 5;
const statuses = ['new', 'open', 'pending', 'on_hold', 'solved', 'closed'] as const;
const priorities = ['low', 'normal', 'high', 'urgent'] as const;
const channels = ['email', 'phone', 'chat', 'form', 'letter', 'walk_in', 'api', 'web'] as const;

/** What can be put where the cursor stands: filters, or the values that one takes. */
export function useCompletions(spot: Spot | null): Offer[] {
  const t = useT();
  const words = useFieldWords();
  const fields = useFields();
  const values = useValues(spot, fields);
  if (!spot) return [];
  if (spot.filter) {
    const { filter } = spot;
    // What stands there whole already needs no offer.
    return values.filter(({ value }) => value !== spot.typed.replace(/"$/, '')).map((value) => ({ ...value, filter, isFilter: false }));
  }
  if (spot.typed === '') return [];
  const own = fitting(fields.map((field) => ({ value: field.key, label: words.label(field) })), spot.typed, mostFieldsOffered).filter(({ value }) => value !== spot.typed);
  return [
    // A field that a desk has called so goes first.
    ...filtersBeginning(spot.typed).filter((filter) => !fields.some(({ key }) => key === filter)).map((filter) => ({ filter, isFilter: true, value: `${filter}:`, label: t(`search.filter.${filter}`) })),
    ...own.map(({ value, label }) => ({ filter: value, isFilter: true, value: `${value}:`, label })),
  ];
}

function useValues(spot: Spot | null, fields: readonly Field[]): Completion[] {
  const t = useT();
  const words = useFieldWords();
  const me = useMe();
  const agents = useAgents();
  const teams = useTeams();
  const tags = useTagsToOffer(spot?.filter === 'tag');
  const languageName = useLanguageName();
  const person = spot?.filter === 'from' || spot?.filter === 'to' ? spot.typed : '';
  const { data: people } = useQuery(customerSearchOptions(person));
  const topics = useTopics(spot?.filter === 'topic' && !fields.some(({ key }) => key === 'topic'));
  if (!spot?.filter) return [];
  const { filter, typed } = spot;
  const nobody = { value: 'none', label: t('search.value.none') };
  const field = fields.find(({ key }) => key === filter);
  if (field?.type === 'checkbox') return fitting([{ value: 'true', label: t('fields.yes') }, { value: 'false', label: t('fields.no') }], typed);
  if (field) return fitting(field.options.filter((option) => !option.archived).map(({ key }) => ({ value: key, label: words.path(field, key) })), typed);
  switch (filter as FilterName) { // no custom field has the name of a filter
    case 'status': return fitting(statuses.map((value) => ({ value, label: t(statusWord(value)) })), typed);
    case 'priority': return fitting(priorities.map((value) => ({ value, label: t(priorityWord(value)) })), typed);
    case 'channel': return fitting(channels.map((value) => ({ value, label: t(channelWord(value)) })), typed);
    case 'assignee': return fitting([{ value: 'me', label: t('search.value.me') }, nobody, ...agents.map(({ name, email }) => ({ value: name, label: email ?? '' }))], typed);
    case 'team': return fitting([...teams.map(({ name }) => ({ value: name, label: '' })), nobody], typed);
    case 'brand': return fitting(me.brands.map(({ name }) => ({ value: name, label: '' })), typed);
    case 'tag': return fitting(tags.map((value) => ({ value, label: '' })), typed);
    case 'topic': return fitting(topics.map(({ key, path }) => ({ value: key, label: path })), typed);
    case 'has': return fitting([{ value: 'attachment', label: t('search.value.attachment') }], typed);
    case 'in': return fitting([{ value: 'anywhere', label: t('search.value.anywhere') }, { value: 'spam', label: t('tickets.view.spam') }, { value: 'trash', label: t('tickets.view.trash') }], typed);
    case 'language': return fitting((['en', 'sv', 'es', 'da', 'pl'] as const).map((value) => ({ value, label: languageName(value) })), typed);
    case 'before':
    case 'after':
      return fitting([{ value: 'today', label: t('search.value.today') }, { value: 'yesterday', label: t('search.value.yesterday') }, { value: '7d', label: t('search.value.week') }, { value: '1m', label: t('search.value.month') }, { value: '1y', label: t('search.value.year') }], typed);
    case 'from':
    case 'to':
      return (people?.items ?? []).flatMap(({ name, email }) => (email ? [{ value: email, label: name }] : [])).slice(0, 8);
  }
}
