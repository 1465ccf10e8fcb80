import { Button, EmptyState, RelativeTime, SkeletonLines, TextArea } from '@ombud/ui';
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { Heart } from 'lucide-react';
import { api } from '../../lib/api.ts';
import { useEditForm } from '../../lib/edit-form.ts';
import { FormActions, useSubmit } from '../../lib/form-parts.tsx';
import { useT } from '../../lib/i18n.ts';
import { LoadFailed } from '../../lib/list-state.tsx';
import { useMay } from '../../lib/session.ts';
import { useReadCompliments } from '../notifications/index.ts';
import { ownPages, type OwnFeedback } from './feedback-queries.ts';

/** What somebody may read about themselves. */
export function OwnList() {
  const t = useT();
  const query = useInfiniteQuery(ownPages);
  useReadCompliments();
  const items = query.data?.pages.flatMap((page) => page.items);
  return (
    <div className="mt-3 border-t border-line-soft">
      {!items && !query.error && <SkeletonLines count={4} className="py-3" />}
      {!items && query.error && <LoadFailed error={query.error} retry={() => void query.refetch()} />}
      {items?.length === 0 && <EmptyState icon={<Heart />} title={t('staff-feedback.own.empty.title')} className="py-12">{t('staff-feedback.own.empty.text')}</EmptyState>}
      <ul className="m-0 list-none p-0">{items?.map((item) => <OwnItem key={item.id} item={item} />)}</ul>
      {query.hasNextPage && <Button tone="plain" busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()} className="mt-3">{t('common.showMore')}</Button>}
    </div>
  );
}

function OwnItem({ item }: { item: OwnFeedback }) {
  const t = useT();
  return (
    <li className="border-b border-line-soft py-3">
      <article aria-label={t(`staff-feedback.kind.${item.kind}`)}>
        <p className="m-0 flex items-baseline gap-2">
          <b className="min-w-0 flex-1">{t(`staff-feedback.kind.${item.kind}`)}</b>
          <RelativeTime at={item.released_at} className="shrink-0 text-small text-faint" />
        </p>
        <p className="mt-1 mb-0 max-w-prose whitespace-pre-wrap [overflow-wrap:anywhere]">{item.text}</p>
        {item.filed_by && <p className="mt-1 mb-0 text-small text-muted">{t('staff-feedback.own.by', { who: item.filed_by.name })}</p>}
        {item.kind === 'complaint' && <Statement item={item} />}
      </article>
    </li>
  );
}

function Statement({ item }: { item: OwnFeedback }) {
  const t = useT();
  const client = useQueryClient();
  const mayWrite = useMay('tickets.write');
  const form = useEditForm({
    initial: { text: item.statement ?? '' },
    save: ({ text }) => api.put('/api/v1/me/staff-feedback/{id}/statement', { path: { id: item.id }, body: { text } }),
    onSaved: () => client.invalidateQueries({ queryKey: ownPages.queryKey }),
    validate: ({ text }) => ({ text: text.trim() === '' ? t('refusals.invalid_type') : undefined }),
  });
  const submit = useSubmit(form);
  if (!mayWrite) return null;
  return (
    <form {...submit} className="mt-3 flex max-w-prose flex-col gap-2">
      <TextArea label={t('staff-feedback.own.statement')} hint={t('staff-feedback.own.statement.hint')} rows={3} maxLength={5_000} value={form.values.text} onValueChange={(text) => form.set('text', text)} error={form.errors['text']} />
      <FormActions form={form} />
    </form>
  );
}
