import { Button, EmptyState, SkeletonLines } from '@ombud/ui';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { CircleCheck } from 'lucide-react';
import { useRef } from 'react';
import { useFormats, useT } from '../../lib/i18n.ts';
import { useCommands } from '../../lib/keys/index.ts';
import { LoadFailed } from '../../lib/list-state.tsx';
import { useMay, useMe } from '../../lib/session.ts';
import { useTitle } from '../../lib/title.ts';
import { toAnswerOptions } from '../approvals/approval-queries.ts';
import { ApprovalsHome } from '../approvals/approvals-home.tsx';
import { changeText } from './change-words.ts';
import { homeOptions, useLiveHome, type Home } from './home-queries.ts';
import { ContactSection } from './contact-section.tsx';
import { HelpSection } from './help-section.tsx';
import { FeedbackSection, useFeedbackNews } from './feedback-section.tsx';
import { HomeRow } from './home-row.tsx';
import { HomeSection } from './home-section.tsx';
import { dueContacts } from '../customers/base/base-queries.ts';
import { PromiseSection } from './promise-section.tsx';
import { ownEscalations, ownPromisesOptions, ownSwarms } from '../tickets/index.ts';
import { TeamSections } from './team-sections.tsx';

/** What needs this agent now, and nothing else: each section is there only while it has something to say. */
export function HomePage() {
  const t = useT();
  const me = useMe();
  const isLead = useMay('teams.manage');
  const query = useQuery(homeOptions);
  const promised = (useQuery(ownPromisesOptions).data?.items.length ?? 0) + (useQuery(dueContacts).data?.items.length ?? 0) + (useQuery(ownEscalations).data?.items.length ?? 0) + (useQuery(ownSwarms).data?.items.length ?? 0) + (useQuery(toAnswerOptions).data?.items.length ?? 0);
  const feedback = useFeedbackNews();
  const page = useRef<HTMLDivElement>(null);
  useTitle(t('home.title'));
  useLiveHome();
  function step(by: number) {
    const links = [...(page.current?.querySelectorAll<HTMLElement>('a[data-home]') ?? [])];
    const at = links.indexOf(document.activeElement as HTMLElement); // -1 when the focus is elsewhere
    links[Math.min(links.length - 1, Math.max(0, at + by))]?.focus();
  }
  useCommands([
    { id: 'list.next', label: 'tickets.keys.next', group: 'list', keys: ['j', 'down'], keysOnly: true, run: () => step(1) },
    { id: 'list.previous', label: 'tickets.keys.previous', group: 'list', keys: ['k', 'up'], keysOnly: true, run: () => step(-1) },
  ]);
  return (
    <main ref={page} className="min-h-0 flex-1 overflow-y-auto bg-pane">
      <div className="mx-auto w-full max-w-4xl px-4 pt-6 pb-12 sm:px-8">
        <h1 className="text-title font-strong">{t('home.hello', { name: me.agent.name.split(' ')[0] ?? me.agent.name })}</h1>
        <HelpSection />
        <ApprovalsHome />
        <PromiseSection />
        <ContactSection />
        <FeedbackSection />
        {query.error ? <LoadFailed error={query.error} retry={() => void query.refetch()} /> : query.data ? <OwnSections home={query.data} promised={promised + feedback.open.length + feedback.own.length} /> : <SkeletonLines count={6} className="mt-6" />}
        {isLead && <TeamSections />}
      </div>
    </main>
  );
}

function OwnSections({ home, promised }: { home: Home; promised: number }) {
  const t = useT();
  const formats = useFormats();
  const { waiting, mentions, back, due, changes } = home;
  if (waiting.tickets.length + mentions.length + back.length + due.length + changes.length === 0) {
    if (promised > 0) return null;
    return (
      <EmptyState icon={<CircleCheck />} title={t('home.empty.title')} action={<Link to="/inbox/$view" params={{ view: 'unassigned' }} search={{}} tabIndex={-1}><Button tabIndex={0}>{t('home.empty.action')}</Button></Link>}>
        {t('home.empty.text')}
      </EmptyState>
    );
  }
  return (
    <>
      <HomeSection title={t('home.waiting')} count={waiting.count} all={waiting.count > waiting.tickets.length ? <AllLink view="mine" /> : undefined}>
        {waiting.tickets.map((ticket) => <HomeRow key={ticket.id} ticket={ticket} view="mine" line={ticket.last_line} at={ticket.last_message_at} since />)}
      </HomeSection>
      <HomeSection title={t('home.mentions')} count={mentions.length} all={<AllLink view="mentioned" />}>
        {mentions.map(({ ticket, by, at }) => <HomeRow key={ticket.id} ticket={ticket} view="mentioned" line={t('home.mentionedBy', { who: by ?? '?' })} at={at} />)}
      </HomeSection>
      <HomeSection title={t('home.back')} count={back.length}>
        {back.map((ticket) => <HomeRow key={ticket.id} ticket={ticket} view="all" line={ticket.last_line} at={ticket.updated_at} />)}
      </HomeSection>
      <HomeSection title={t('home.due')} count={due.length} all={<AllLink view="snoozed" />}>
        {due.map((ticket) => <HomeRow key={ticket.id} ticket={ticket} view="snoozed" line={ticket.snoozed_until && ticket.snoozed_until !== 'reply' ? t('home.dueAt', { time: formats.time(new Date(ticket.snoozed_until)) }) : ticket.last_line} at={ticket.updated_at} />)}
      </HomeSection>
      <HomeSection title={t('home.changes')} count={changes.length}>
        {changes.map((change) => <HomeRow key={change.ticket.id} ticket={change.ticket} view="all" line={changeText(change, t)} at={change.created_at} />)}
      </HomeSection>
    </>
  );
}

function AllLink({ view }: { view: 'mine' | 'mentioned' | 'snoozed' }) {
  const t = useT();
  return <Link to="/inbox/$view" params={{ view }} search={{}} className="text-small text-accent-text hover:underline">{t('home.all')}</Link>;
}
