import { Avatar, Button } from '@ombud/ui';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useFormats, useT } from '../../lib/i18n.ts';
import { teamHomeOptions, type TeamHome } from './home-queries.ts';
import { HomeRow } from './home-row.tsx';
import { HomeSection } from './home-section.tsx';

/** For leads: what nobody has, who waits longest, and how much everybody has. */
export function TeamSections() {
  const t = useT();
  const { data } = useQuery(teamHomeOptions);
  if (!data) return null;
  return (
    <>
      <HomeSection title={t('home.team.unassigned')} count={data.unassigned.length} all={<Link to="/inbox/$view" params={{ view: 'unassigned' }} search={{ sort: 'updated_at' }} className="text-small text-accent-text hover:underline">{t('home.all')}</Link>}>
        {data.unassigned.map((ticket) => <HomeRow key={ticket.id} ticket={ticket} view="unassigned" line={ticket.last_line} at={ticket.created_at} since />)}
      </HomeSection>
      <HomeSection title={t('home.team.unanswered')} count={data.unanswered.length} all={<Link to="/inbox/$view" params={{ view: 'open' }} search={{ sort: 'updated_at' }} className="text-small text-accent-text hover:underline">{t('home.all')}</Link>}>
        {data.unanswered.map((ticket) => <HomeRow key={ticket.id} ticket={ticket} view="open" line={ticket.assignee?.name ?? t('tickets.assign.nobody')} at={ticket.last_message_at} since />)}
      </HomeSection>
      <Loads loads={data.loads} />
    </>
  );
}

const first = 8;

function Loads({ loads }: { loads: TeamHome['loads'] }) {
  const t = useT();
  const formats = useFormats();
  const [all, setAll] = useState(false);
  if (loads.every(({ count }) => count === 0)) return null;
  const most = Math.max(...loads.map(({ count }) => count));
  const shown = all ? loads : loads.slice(0, first);
  return (
    <section aria-label={t('home.team.load')} className="mt-7">
      <h2 className="border-b border-line-soft pb-1.5 font-strong">{t('home.team.load')}</h2>
      <ul className="m-0 list-none p-0">
        {shown.map(({ agent, count, waiting, capped }) => (
          <li key={agent.id} className="grid min-h-9 grid-cols-[auto_minmax(0,1fr)_auto] items-center gap-x-3 px-2 sm:grid-cols-[auto_12rem_minmax(0,1fr)_auto]">
            <Avatar name={agent.name} />
            <span className="truncate">{agent.name}</span>
            <span aria-hidden className="hidden h-1.5 rounded-full bg-chip sm:block"><span className="block h-full rounded-full bg-accent" style={{ width: `${(count / most) * 100}%` }} /></span>
            <span className="tabular text-small text-muted">{t('home.team.open', { count, shown: capped ? `${formats.number(count - 1)}+` : formats.number(count), waiting })}</span>
          </li>
        ))}
      </ul>
      {loads.length > first && !all && <Button tone="plain" onClick={() => setAll(true)} className="mt-1">{t('home.team.everyone')}</Button>}
    </section>
  );
}
