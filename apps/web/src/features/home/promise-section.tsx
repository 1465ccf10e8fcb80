import { useQuery } from '@tanstack/react-query';
import { useT } from '../../lib/i18n.ts';
import { ownPromisesOptions, PromiseRow } from '../tickets/index.ts';
import { HomeSection } from './home-section.tsx';

/** What this agent has promised, the longest overdue first. */
export function PromiseSection() {
  const t = useT();
  const { data } = useQuery(ownPromisesOptions);
  const items = data?.items ?? [];
  return (
    <HomeSection title={t('commitments.home')} count={items.length}>
      {items.map((promise) => <PromiseRow key={promise.id} promise={promise} />)}
    </HomeSection>
  );
}
