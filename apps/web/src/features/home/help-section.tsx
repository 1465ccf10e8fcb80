import { RelativeTime } from '@ombud/ui';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ArrowUpFromLine, Gavel, MessageCircleQuestionMark, type LucideIcon } from 'lucide-react';
import { useT } from '../../lib/i18n.ts';
import { ownEscalations, ownSwarms } from '../tickets/index.ts';
import { HomeSection } from './home-section.tsx';

/** What was escalated to this agent, and what colleagues ask them, the oldest first. */
export function HelpSection() {
  const t = useT();
  const made = useQuery(ownEscalations).data?.items ?? [];
  const asked = useQuery(ownSwarms).data?.items ?? [];
  return (
    <HomeSection title={t('escalations.home')} count={made.length + asked.length}>
      {made.map(({ id, ticket, kind, by, question, subject, requester, at }) => (
        <HelpRow key={`e${id}`} icon={kind === 'hierarchical' ? Gavel : ArrowUpFromLine} ticket={ticket} title={subject || t('tickets.noSubject')} requester={requester} line={by ? t('escalations.home.escalated', { who: by.name, question }) : t('escalations.home.automatic', { question })} at={at} />
      ))}
      {asked.map(({ id, ticket, by, question, subject, requester, at }) => (
        <HelpRow key={`s${id}`} icon={MessageCircleQuestionMark} ticket={ticket} title={subject || t('tickets.noSubject')} requester={requester} line={t('escalations.home.asks', { who: by.name, question })} at={at} />
      ))}
    </HomeSection>
  );
}

function HelpRow({ icon: Icon, ticket, title, requester, line, at }: { icon: LucideIcon; ticket: number; title: string; requester: string; line: string; at: string }) {
  return (
    <li>
      <Link data-home to="/inbox/$view/$number" params={{ view: 'all', number: ticket }} search={{}} className="flex items-start gap-3 rounded-md px-2 py-2 outline-offset-[-2px] hover:bg-hover">
        <span className="flex h-5 items-center text-amber"><Icon aria-hidden className="size-4" /></span>
        <span className="min-w-0 flex-1">
          <span className="block truncate">{title}</span>
          <span className="flex min-w-0 gap-1.5 text-small text-muted">
            <span className="max-w-[35%] shrink-0 truncate">{requester}</span>
            <span aria-hidden className="text-faint">·</span>
            <span className="min-w-0 truncate">{line}</span>
          </span>
        </span>
        <span className="tabular shrink-0 text-small text-text"><RelativeTime at={at} /></span>
      </Link>
    </li>
  );
}
