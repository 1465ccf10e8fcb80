import { cx } from '@ombud/ui';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { CalendarClock } from 'lucide-react';
import { useFormats, useT } from '../../lib/i18n.ts';
import { dueContacts, keyOf, type BaseEntry } from '../customers/base/base-queries.ts';
import { useToday } from '../customers/base/days.ts';
import { useCustomerName } from '../customers/customer-names.ts';
import { HomeSection } from './home-section.tsx';

/** As many as stand here; the page that is fetched has one more, so that it is known whether there are. */
const most = 5;

/** Whom this agent looks after and is to be in touch with by now, the longest overdue first. */
export function ContactSection() {
  const t = useT();
  const items = useQuery(dueContacts).data?.items ?? [];
  const all = items.length > most ? <Link to="/customers" search={{ show: 'base', due: true }} className="text-small text-accent-text hover:underline">{t('home.all')}</Link> : undefined;
  return (
    <HomeSection title={t('base.home')} count={Math.min(items.length, most)} all={all}>
      {items.slice(0, most).map((entry) => <ContactRow key={keyOf(entry)} entry={entry} />)}
    </HomeSection>
  );
}

function ContactRow({ entry }: { entry: BaseEntry }) {
  const t = useT();
  const formats = useFormats();
  const today = useToday();
  const nameOf = useCustomerName();
  const { next_contact: next, organization } = entry;
  if (!next) return null;
  const isOver = next.on < today;
  const color = isOver ? 'text-red' : 'text-amber';
  return (
    <li>
      <Link data-home {...(entry.kind === 'customer' ? ({ to: '/customers/$id', params: { id: entry.id } } as const) : ({ to: '/organizations/$id', params: { id: entry.id } } as const))} className="flex items-start gap-3 rounded-md px-2 py-2 outline-offset-[-2px] hover:bg-hover">
        <span className={cx('flex h-5 items-center', color)}><CalendarClock aria-hidden className="size-4" /></span>
        <span className="min-w-0 flex-1">
          <span className="block truncate">{nameOf(entry)}</span>
          <span className="block truncate text-small text-muted">{next.note || organization?.name || entry.email || t('base.organization')}</span>
        </span>
        <span className={cx('tabular shrink-0 text-right text-small', color)}>
          <span className="block">{isOver ? formats.shortDate(new Date(`${next.on}T12:00:00Z`)) : t('base.next.today')}</span>
          {isOver && <span className="block">{t('base.next.overdue')}</span>}
        </span>
      </Link>
    </li>
  );
}
