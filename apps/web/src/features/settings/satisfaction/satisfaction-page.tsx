import { EmptyState, SelectField, SkeletonLines } from '@ombud/ui';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Smile } from 'lucide-react';
import { useState } from 'react';
import { useT } from '../../../lib/i18n.ts';
import { LoadFailed } from '../../../lib/list-state.tsx';
import { useMay } from '../../../lib/session.ts';
import { settingsQuery } from '../../satisfaction/satisfaction-queries.ts';
import { SettingsPage } from '../parts/page.tsx';
import { SatisfactionForm } from './satisfaction-form.tsx';

/** How each brand asks its customers how satisfied they were. */
export function SatisfactionPage() {
  const t = useT();
  const may = useMay('teams.manage');
  const query = useQuery({ ...settingsQuery, enabled: may });
  const [chosen, setChosen] = useState<number>();
  const [seen, setSeen] = useState<readonly number[]>([]);
  const all = query.data?.items ?? [];
  const settings = all.find(({ brand }) => brand.id === chosen) ?? all[0];
  const choose = (id: string) => {
    if (settings) setSeen([...seen, settings.brand.id]);
    setChosen(Number(id));
  };
  return (
    <SettingsPage title={t('satisfaction.title')} lead={t('satisfaction.lead')} needs="teams.manage" action={<Link to="/satisfaction" className="flex min-h-target items-center text-accent-text underline-offset-2 hover:underline">{t('satisfaction.toAnswers')}</Link>}>
      {query.isPending && <SkeletonLines count={6} />}
      {query.error && !query.data && <LoadFailed error={query.error} retry={() => void query.refetch()} />}
      {query.data && !settings && <EmptyState icon={<Smile />} title={t('satisfaction.empty.title')}>{t('satisfaction.empty.text')}</EmptyState>}
      {all.length > 1 && settings && (
        <SelectField label={t('guidelines.brand')} value={String(settings.brand.id)} choices={all.map(({ brand }) => ({ value: String(brand.id), label: brand.name }))} onChange={choose} className="mb-6 max-w-sm" />
      )}
      {/* A form that was begun waits while another brand is looked at. */}
      {query.data && all.filter((each) => each === settings || seen.includes(each.brand.id)).map((each) => <div key={each.brand.id} hidden={each !== settings}><SatisfactionForm settings={each} defaults={query.data.defaults} /></div>)}
    </SettingsPage>
  );
}
