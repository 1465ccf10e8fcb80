import { cx } from '@ombud/ui';
import { useQuery } from '@tanstack/react-query';
import { BookMarked, ChevronDown } from 'lucide-react';
import { useId, useState } from 'react';
import { useFormats, useT } from '../../../lib/i18n.ts';
import { ticketGuidelinesOptions } from './guideline-queries.ts';
import { GuidelineText } from './guideline-text.tsx';

/** Above a reply: names what is to be kept in mind while it is written, and opens to the words. */
export function ReplyGuidelines({ number }: { number: number }) {
  const t = useT();
  const formats = useFormats();
  const body = useId();
  const [open, setOpen] = useState(false);
  const { data } = useQuery(ticketGuidelinesOptions(number));
  const mattering = data?.items.filter(({ moments }) => moments.includes('reply')) ?? [];
  if (mattering.length === 0) return null;
  return (
    <section aria-label={t('guidelines.title')} className="rounded-t-[9px] border-b border-line-soft bg-sunken">
      <button type="button" aria-expanded={open} aria-controls={body} onClick={() => setOpen(!open)} className="flex min-h-8 w-full items-center gap-2 rounded-t-[9px] px-3.5 text-left text-small text-muted outline-offset-[-2px] hover:text-text coarse:min-h-11">
        <BookMarked aria-hidden className="size-3.5 shrink-0" />
        <span className="min-w-0 flex-1 truncate"><span className="sr-only">{t('guidelines.title')}: </span>{formats.list(mattering.map(({ name }) => name))}</span>
        <ChevronDown aria-hidden className={cx('size-3.5 shrink-0 text-faint transition-transform duration-[var(--quick)]', open && 'rotate-180')} />
      </button>
      <div id={body} hidden={!open} tabIndex={open ? 0 : undefined} role="group" aria-label={t('guidelines.title')} className="max-h-56 overflow-y-auto px-3.5 pb-3 outline-offset-[-2px] max-desk:max-h-40">
        {open && mattering.map(({ id, name, text }) => (
          <div key={id} className="pt-1.5">
            {mattering.length > 1 && <h3 className="text-small font-strong">{name}</h3>}
            <GuidelineText text={text} />
          </div>
        ))}
      </div>
    </section>
  );
}
