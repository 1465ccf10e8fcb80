import { Checkbox, cx } from '@ombud/ui';
import { CircleAlert } from 'lucide-react';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useFormats, useT } from '../../../lib/i18n.ts';
import { useMay } from '../../../lib/session.ts';
import { useStore } from '../../../lib/store.ts';
import { forgetMissingFields, missingFields, OptionPicker, useFields, useFieldWords, type Field, type FieldValue } from '../../fields/index.ts';
import { useTicketActions } from '../actions/use-ticket-actions.ts';
import type { TicketDetail } from '../store/types.ts';
import { Card, propertyGrid, valueButton } from './card.tsx';
import { unfoldCard } from './folded.ts';

/** About a second */
const mostFrames = 60;

/** The custom fields that tickets of this brand have, each changed where it stands. */
export function FieldsCard({ ticket }: { ticket: TicketDetail }) {
  const t = useT();
  const may = useMay('tickets.write');
  const words = useFieldWords();
  const { change } = useTicketActions();
  const fields = useFields(ticket.brand.id);
  const asked = useStore(missingFields);
  const list = useRef<HTMLDListElement>(null);
  const values = ticket.fields ?? {};
  const missing = asked?.ticket === ticket.number ? asked.keys.filter((key) => values[key] === undefined) : [];

  const first = missing[0];
  useEffect(() => {
    // Only when somebody was just told: what is filled in meanwhile does not move the focus on.
    if (!asked || first === undefined) return;
    unfoldCard('fields');
    // On a phone the panel has to slide in first: until then nothing in it takes the focus.
    let frame = 0;
    const go = (tries: number) => {
      const control = list.current?.querySelector<HTMLElement>(`[data-field="${first}"] :is(button, input, [role=checkbox])`);
      control?.focus();
      if (control !== document.activeElement && tries < mostFrames) frame = requestAnimationFrame(() => go(tries + 1));
    };
    frame = requestAnimationFrame(() => go(0));
    return () => cancelAnimationFrame(frame);
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- as said above
  }, [asked, fields.length > 0]);
  useEffect(() => () => forgetMissingFields(ticket.number), [ticket.number]);

  if (fields.length === 0) return null;
  return (
    <Card id="fields" title={t('fields.title')}>
      <dl ref={list} className={cx(propertyGrid, 'items-start')}>
        {fields.map((field) => {
          const value = values[field.key] ?? null;
          const isMissing = missing.includes(field.key);
          return (
            <div key={field.key} data-field={field.key} className="contents">
              <dt className={cx('flex min-h-7 min-w-0 items-center coarse:min-h-11', isMissing ? 'text-red' : 'text-faint')} title={[words.help(field) || words.label(field), field.required === 'solve' && t('fields.required.short.solve')].filter(Boolean).join(' · ')}>
                <span className="line-clamp-2 py-0.5 leading-tight [overflow-wrap:anywhere]">
                  {words.label(field)}
                  {field.required === 'solve' && (
                    <>
                      <span aria-hidden className={value === null ? 'text-red' : undefined}>{' *'}</span>
                      <span className="sr-only">, {t('fields.needed')}</span>
                    </>
                  )}
                </span>
              </dt>
              <dd className="m-0 min-w-0">
                <div className={cx('flex min-h-7 min-w-0 items-center rounded-md coarse:min-h-11', isMissing && '-mx-1.5 px-1.5 outline-2 outline-red')}>
                  {may ? <EditableValue field={field} value={value} needed={isMissing} onChange={(next) => void change(ticket, { fields: { [field.key]: next } })} /> : <Shown field={field} value={value} />}
                </div>
                {isMissing && (
                  <p className="m-0 flex items-center gap-1 py-0.5 text-small text-red">
                    <CircleAlert aria-hidden className="size-3.5 shrink-0" />
                    {t('fields.missing.one')}
                  </p>
                )}
              </dd>
            </div>
          );
        })}
      </dl>
    </Card>
  );
}

function Shown({ field, value }: { field: Field; value: FieldValue | null }) {
  const t = useT();
  const words = useFieldWords();
  if (value === null && field.type === 'checkbox') return <span>{t('fields.no')}</span>;
  return value === null ? <span className="text-faint">–</span> : <span className="min-w-0 break-words">{words.value(field, value)}</span>;
}

interface EditableProps {
  field: Field;
  value: FieldValue | null;
  needed: boolean;
  onChange(value: FieldValue | null): void;
}

function EditableValue({ field, value, needed, onChange }: EditableProps) {
  const t = useT();
  const words = useFieldWords();
  const label = words.label(field);
  if (field.type === 'checkbox') return <span className="flex h-7 items-center"><Checkbox ariaLabel={label} checked={value === true} onCheckedChange={(on) => onChange(on ? true : null)} /></span>;
  const shown: ReactNode = value === null ? <span className="text-faint">{t('fields.empty')}</span> : <span className="min-w-0 truncate" title={words.value(field, value)}>{words.value(field, value)}</span>;
  const name = t('fields.valueIs', { field: label, value: value === null ? t('fields.empty') : words.value(field, value) });
  const button = { type: 'button' as const, 'aria-label': name, 'aria-description': needed ? t('fields.missing.one') : undefined, className: valueButton };
  if (field.type === 'choice' || field.type === 'tree') return <OptionPicker field={field} value={value} onChange={onChange} trigger={<button {...button}>{shown}</button>} />;
  return <TypedValue field={field} label={label} value={value} onChange={onChange} trigger={(open) => <button {...button} onClick={open}>{shown}</button>} />;
}

/** Text, number and date: a button that becomes a field; Enter or leaving it keeps what stands there, Esc what stood there. */
function TypedValue({ field, label, value, trigger, onChange }: { field: Field; label: string; value: FieldValue | null; trigger(open: () => void): ReactNode; onChange(value: FieldValue | null): void }) {
  const t = useT();
  const formats = useFormats();
  const [typed, setTyped] = useState<string | null>(null);
  const [isWrong, setWrong] = useState(false);
  const frame = useRef<HTMLSpanElement>(null);
  const focusBack = useRef(false);
  useEffect(() => {
    if (typed !== null || !focusBack.current) return;
    focusBack.current = false;
    frame.current?.querySelector('button')?.focus();
  }, [typed]);

  function end(keep: boolean, byKey: boolean) {
    if (typed === null) return;
    const read = keep ? readTyped(field, typed, formats.readDecimal) : value;
    if (read === undefined) return setWrong(true);
    focusBack.current = byKey;
    setTyped(null);
    setWrong(false);
    if (keep && read !== value) onChange(read);
  }
  if (typed === null) return <span ref={frame} className="flex min-w-0 flex-1">{trigger(() => setTyped(value === null ? '' : field.type === 'number' && typeof value === 'number' ? formats.decimal(value) : String(value)))}</span>;
  return (
    <span className="-mx-1.5 flex min-w-0 flex-1 flex-col gap-0.5">
      <input
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the button under it was just pressed
        autoFocus
        aria-label={label}
        aria-invalid={isWrong || undefined}
        type={field.type === 'date' ? 'date' : 'text'}
        max={field.type === 'date' ? '9999-12-31' : undefined}
        inputMode={field.type === 'number' ? 'decimal' : undefined}
        maxLength={field.type === 'date' ? undefined : 2_000}
        autoComplete="off"
        value={typed}
        onFocus={(event) => field.type !== 'date' && event.currentTarget.select()}
        onChange={(event) => (setTyped(event.currentTarget.value), setWrong(false))}
        onBlur={() => end(true, false)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' && event.key !== 'Escape') return;
          event.preventDefault();
          event.stopPropagation();
          end(event.key === 'Enter', true);
        }}
        className={cx('h-7 w-full min-w-0 rounded-md border bg-pane px-1.5 outline-none focus:outline-2 focus:outline-offset-[-1px] focus:outline-focus coarse:h-11', isWrong ? 'border-red' : 'border-accent')}
      />
      {isWrong && <span role="alert" className="px-1.5 text-small text-red">{t('fields.error.number')}</span>}
    </span>
  );
}

/** Undefined: not a value of this type. */
function readTyped(field: Field, typed: string, readDecimal: (text: string) => number | null): FieldValue | null | undefined {
  const text = typed.trim();
  if (text === '') return null;
  return field.type === 'number' ? (readDecimal(text) ?? undefined) : text;
}
