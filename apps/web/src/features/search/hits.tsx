import { Avatar, Chip, RelativeTime, StatusIcon } from '@ombud/ui';
import { Link } from '@tanstack/react-router';
import { NotebookPen, Paperclip } from 'lucide-react';
import { BrandDot } from '../../lib/brand-dot.tsx';
import { useT } from '../../lib/i18n.ts';
import { nameOf, statusWord } from '../tickets/index.ts';
import { Pieces } from './pieces.tsx';
import type { CustomerHit, OrganizationHit, Piece, TicketHit } from './search-queries.ts';

const linkClasses = 'flex gap-3 rounded-md px-2 py-2 -outline-offset-2 hover:bg-hover focus-visible:bg-hover coarse:py-3';

export function TicketHitRow({ hit: { ticket, subject, snippet, exact }, onOpen }: { hit: TicketHit; onOpen(): void }) {
  const t = useT();
  return (
    <Link data-hit to="/inbox/$view/$number" params={{ view: ticket.folder === 'inbox' ? 'all' : ticket.folder, number: ticket.number }} preload={false} onClick={onOpen} className={linkClasses}>
      <StatusIcon status={ticket.status} className="mt-1" />
      <span className="min-w-0 flex-1">
        <span className="flex min-w-0 items-baseline gap-2">
          <span className="min-w-0 truncate font-strong">{ticket.subject ? <Pieces pieces={subject} /> : t('tickets.noSubject')}</span>
          <span className="tabular shrink-0 text-small text-muted">#{ticket.number}</span>
          {exact && <Chip tone="accent">{t('search.exact')}</Chip>}
          <span className="flex-1" />
          <RelativeTime at={ticket.last_message_at} className="shrink-0 text-small text-muted" />
        </span>
        <span className="line-clamp-2 text-muted [overflow-wrap:anywhere]">
          {snippet ? <SnippetText snippet={snippet} /> : ticket.last_line}
        </span>
        <span className="flex min-w-0 flex-wrap items-center gap-x-3 text-small text-muted">
          <span>{t(statusWord(ticket.status))}</span>
          <span className="min-w-0 truncate">{nameOf(ticket.requester)}</span>
          <span className="flex min-w-0 items-center gap-1.5">
            <BrandDot color={ticket.brand.color} />
            <span className="truncate">{ticket.brand.name}</span>
          </span>
          {ticket.assignee && <span className="truncate">{t('tickets.row.assignee', { name: ticket.assignee.name })}</span>}
        </span>
      </span>
    </Link>
  );
}

function SnippetText({ snippet: { kind, who, pieces } }: { snippet: NonNullable<TicketHit['snippet']> }) {
  const t = useT();
  const Icon = kind === 'note' ? NotebookPen : Paperclip;
  return (
    <>
      {kind !== 'message' && <Icon aria-hidden className="mr-1 inline size-3.5 align-[-2px]" />}
      {kind === 'note' && <span className="font-strong">{t('search.inNote')} </span>}
      {who && <span>{t('search.who', { who })} </span>}
      <Pieces pieces={pieces} />
    </>
  );
}

export function CustomerHitRow({ hit, onOpen }: { hit: CustomerHit; onOpen(): void }) {
  const t = useT();
  const name = textOf(hit.name) || textOf(hit.email) || t('customers.unnamed');
  const second: { key: string; pieces: readonly Piece[] }[] = [
    ...(hit.email && textOf(hit.name) ? [{ key: 'email', pieces: hit.email }] : []),
    ...(hit.phone ? [{ key: 'phone', pieces: hit.phone }] : []),
    ...(hit.organization ? [{ key: 'organization', pieces: [{ text: hit.organization.name, match: false }] }] : []),
  ];
  return (
    <Link data-hit to="/customers/$id" params={{ id: hit.id }} onClick={onOpen} className={linkClasses}>
      <Avatar name={name} size="medium" />
      <span className="min-w-0 flex-1">
        <span className="block truncate font-strong">{textOf(hit.name) ? <Pieces pieces={hit.name} /> : hit.email ? <Pieces pieces={hit.email} /> : name}</span>
        <span className="block truncate text-small text-muted">
          {second.map(({ key, pieces }, at) => (
            <span key={key}>
              {at > 0 && ' · '}
              <Pieces pieces={pieces} />
            </span>
          ))}
        </span>
        {hit.note && <span className="line-clamp-1 text-small text-muted"><Pieces pieces={hit.note} /></span>}
      </span>
    </Link>
  );
}

export function OrganizationHitRow({ hit, onOpen }: { hit: OrganizationHit; onOpen(): void }) {
  return (
    <Link data-hit to="/organizations/$id" params={{ id: hit.id }} onClick={onOpen} className={linkClasses}>
      <Avatar name={textOf(hit.name)} size="medium" className="rounded-lg" />
      <span className="min-w-0 flex-1">
        <span className="block truncate font-strong"><Pieces pieces={hit.name} /></span>
        <span className="block truncate text-small text-muted">{hit.domains.join(', ')}</span>
        {hit.note && <span className="line-clamp-1 text-small text-muted"><Pieces pieces={hit.note} /></span>}
      </span>
    </Link>
  );
}

const textOf = (pieces: readonly Piece[] | null) => (pieces ?? []).map(({ text }) => text).join('');
