import { Button, cx, RelativeTime } from '@ombud/ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { ChevronRight } from 'lucide-react';
import { useId, useState } from 'react';
import { useFormats, useT } from '../../../lib/i18n.ts';
import { useMay } from '../../../lib/session.ts';
import { setKnown, ticketGuidelinesOptions, type TicketGuideline } from '../guidelines/guideline-queries.ts';
import { GuidelineText } from '../guidelines/guideline-text.tsx';
import { momentWord } from '../guidelines/guideline-words.ts';
import type { TicketDetail } from '../store/types.ts';
import { Card } from './card.tsx';

/** The rules in force that fit the case: those for reading it in full, the others by name. */
export function GuidelinesCard({ ticket }: { ticket: TicketDetail }) {
  const t = useT();
  const { data } = useQuery(ticketGuidelinesOptions(ticket.number));
  if (!data || data.items.length === 0) return null;
  return (
    <Card id="guidelines" title={t('guidelines.title')}>
      <ul className="flex flex-col gap-1.5">
        {data.items.map((guideline) => <Rule key={`${guideline.id}.${guideline.version}`} guideline={guideline} />)}
      </ul>
      {data.more && <p className="mt-1.5 text-small text-faint">{t('guidelines.more')}</p>}
    </Card>
  );
}

function Rule({ guideline }: { guideline: TicketGuideline }) {
  const t = useT();
  const formats = useFormats();
  const client = useQueryClient();
  const may = useMay('tickets.write');
  const body = useId();
  const [open, setOpen] = useState(guideline.moments.includes('case'));
  const others = guideline.moments.filter((moment) => moment !== 'case');
  return (
    <li className="min-w-0">
      <button type="button" aria-expanded={open} aria-controls={body} onClick={() => setOpen(!open)} className="-mx-1.5 flex min-h-6 w-[calc(100%+0.75rem)] items-start gap-1 rounded-md px-1.5 py-0.5 text-left hover:bg-pressed coarse:min-h-11 coarse:items-center">
        <ChevronRight aria-hidden className={cx('mt-0.5 size-3.5 shrink-0 text-faint transition-transform duration-[var(--quick)] coarse:mt-0', open && 'rotate-90')} />
        <span className="min-w-0 flex-1">
          <span className="block font-strong break-words">{guideline.name}</span>
          {others.length > 0 && <span className="block text-small text-faint">{formats.list(others.map((moment) => t(momentWord(moment))))}</span>}
        </span>
      </button>
      <div id={body} hidden={!open} className="pt-0.5 pb-1.5 pl-4.5">
        {open && (
          <>
            <GuidelineText text={guideline.text} />
            <p className="mt-1 flex flex-wrap items-center gap-x-2 text-small text-faint">
              <span>{t('guidelines.version', { version: guideline.version })} · <RelativeTime at={guideline.since} /></span>
              {guideline.until && <span>{t('guidelines.untilMoment', { when: formats.dateTime(new Date(guideline.until)) })}</span>}
            </p>
            {may && guideline.known && <Button tone="plain" onClick={() => setKnown(client, guideline, false)} className="-ml-3 text-small">{t('guidelines.askAgain')}</Button>}
          </>
        )}
      </div>
    </li>
  );
}
