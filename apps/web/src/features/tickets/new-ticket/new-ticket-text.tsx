import { TextArea } from '@ombud/ui';
import { Zap } from 'lucide-react';
import { lazy, Suspense, useMemo, useRef, useState } from 'react';
import { useT } from '../../../lib/i18n.ts';
import { useMe } from '../../../lib/session.ts';
import { readSlash } from '../composer/macros/slash-control.ts';
import type { NewGround } from '../composer/macros/use-macro-search.ts';
import { firstNameOf } from '../macros/first-name.ts';
import { plainText } from '../macros/plain-text.ts';
import type { UnfinishedTicket } from './unfinished-ticket.ts';

const MacroPicker = lazy(() => import('../composer/macros/macro-picker.tsx').then((module) => ({ default: module.MacroPicker })));

/** What a new ticket says, with the desk's prepared texts behind a button and the slash. */
export function NewTicketText({ label, written, error, onChange }: { label: string; written: UnfinishedTicket; error?: string; onChange(text: string): void }) {
  const t = useT();
  const field = useRef<HTMLTextAreaElement>(null);
  /** What the text of a macro takes the place of */
  const [range, setRange] = useState<{ from: number; to: number } | null>(null);
  const { agent, brands } = useMe();
  const { text, name, subject } = written;
  const brand = brands.find(({ id }) => id === written.brand);
  const ground = useMemo((): NewGround | null => {
    if (!brand) return null;
    const values: NewGround['values']['values'] = [
      { name: 'customer.name', value: name.trim() },
      { name: 'customer.first_name', value: firstNameOf(name) },
      { name: 'agent.name', value: agent.name },
      { name: 'agent.first_name', value: firstNameOf(agent.name) },
      { name: 'brand.name', value: brand.name },
      { name: 'ticket.subject', value: subject.trim() },
      // Not known before the ticket is there; the picker says so.
      { name: 'ticket.number', value: '' },
      { name: 'desk.hours', value: '' },
    ];
    return { brand, values: { values, hours: [], languages: [brand.default_language, agent.language] } };
  }, [brand, name, subject, agent]);

  function write(next: string) {
    const grew = next.length > text.length;
    onChange(next);
    const caret = field.current?.selectionStart ?? next.length;
    const slash = grew && ground ? readSlash(next.slice(0, caret)) : null;
    if (slash?.query === '') setRange({ from: slash.at, to: caret });
  }
  function pick() {
    setRange({ from: field.current?.selectionStart ?? text.length, to: field.current?.selectionEnd ?? text.length });
  }
  function insert(html: string) {
    if (!range) return;
    const added = plainText(html);
    onChange(text.slice(0, range.from) + added + text.slice(range.to));
    const end = range.from + added.length;
    requestAnimationFrame(() => {
      field.current?.focus();
      field.current?.setSelectionRange(end, end);
    });
  }
  const button = ground && (
    <button type="button" onClick={pick} className="-mt-2.5 inline-flex min-h-target self-start text-small text-muted items-center gap-1 rounded-sm px-1 hover:bg-hover hover:text-text">
      <Zap aria-hidden className="size-3.5" />
      {t('macros.use')}
    </button>
  );
  return (
    <>
      <TextArea ref={field} label={label} value={text} onValueChange={write} error={error} rows={6} />
      {button}
      {range && ground && (
        <Suspense>
          <MacroPicker
            ticket={ground}
            place="public"
            onTake={(_macro, filled) => filled && insert(filled.html)}
            onClose={() => {
              setRange(null);
              requestAnimationFrame(() => field.current?.focus());
            }}
          />
        </Suspense>
      )}
    </>
  );
}
