import { cx } from '@ombud/ui';
import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useT } from '../../../lib/i18n.ts';
import { fieldTexts, problemText } from '../../../lib/problem.ts';
import { valueButton } from './card.tsx';

export interface InPlaceProps {
  label: string;
  value: string;
  /** What stands there until it is pressed */
  shown: ReactNode;
  /** The words of `shown` while there is no value, where these are not the usual ones */
  shownEmpty?: string;
  several?: boolean;
  maxLength: number;
  type?: 'text' | 'tel';
  className?: string;
  /** The name that the server gives the field in what it refuses */
  field: string;
  /** Never empty: what is taken away whole is asked for again */
  needed?: boolean;
  /** A field from the first, because somebody asked for it by name */
  begins?: boolean;
  /** It is no field any more */
  onEnd?(): void;
  /** Resolves when it is stored, to false when it is not, which is told elsewhere; what it throws is shown below. Either way what was typed stays */
  onSave(value: string): Promise<unknown>;
}

/** About a second */
const mostFrames = 60;

/** A value that becomes a field where it stands: Enter or leaving it keeps what was typed, Esc what stood there. */
export function InPlace({ label, value, shown, shownEmpty, several = false, maxLength, type = 'text', className, field, needed = false, begins = false, onEnd, onSave }: InPlaceProps) {
  const t = useT();
  const [typed, setTyped] = useState<string | null>(begins ? value : null);
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const frame = useRef<HTMLSpanElement>(null);
  const focusBack = useRef(false);
  useEffect(() => {
    if (typed !== null || !focusBack.current) return;
    focusBack.current = false;
    // Whoever has gone on to write elsewhere while it was stored stays there.
    if (document.activeElement === document.body) frame.current?.querySelector('button')?.focus();
  }, [typed]);
  useEffect(() => {
    if (!begins) return;
    // On a phone the panel has to slide in first: until then nothing in it takes the focus.
    let next = 0;
    const go = (tries: number) => {
      const control = frame.current?.querySelector<HTMLElement>('input, textarea');
      control?.focus();
      if (control && control !== document.activeElement && tries < mostFrames) next = requestAnimationFrame(() => go(tries + 1));
    };
    next = requestAnimationFrame(() => go(0));
    return () => cancelAnimationFrame(next);
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- once, where it begins as a field
  }, []);

  async function end(keep: boolean, byKey: boolean) {
    if (typed === null || busy) return;
    const next = typed.trim();
    if (keep && next !== value) {
      if (needed && next === '') return setProblem(t('refusals.required'));
      setBusy(true);
      try {
        if ((await onSave(next)) === false) return;
      } catch (error) {
        setProblem(fieldTexts(error)[field] ?? problemText(error));
        return;
      } finally {
        setBusy(false);
      }
    }
    focusBack.current = byKey;
    setProblem(null);
    setTyped(null);
    onEnd?.();
  }
  function onKeyDown(event: KeyboardEvent) {
    const keeps = event.key === 'Enter' && (!several || event.ctrlKey || event.metaKey);
    if (!keeps && event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    void end(keeps, true);
  }
  if (typed === null) {
    return (
      <span ref={frame} className="flex min-w-0 flex-1">
        <button type="button" aria-label={t('fields.valueIs', { field: label, value: value || shownEmpty || t('fields.empty') })} onClick={() => setTyped(value)} className={cx(valueButton, className)}>{shown}</button>
      </span>
    );
  }
  const input = {
    autoFocus: true, 'aria-label': label, 'aria-invalid': problem !== null || undefined, maxLength, value: typed, readOnly: busy,
    onChange: (event: { currentTarget: { value: string } }) => (setTyped(event.currentTarget.value), setProblem(null)),
    onBlur: () => void end(true, false),
    onKeyDown,
    className: cx('w-full min-w-0 rounded-md border bg-pane px-1.5 text-text outline-none focus:outline-2 focus:outline-offset-[-1px] focus:outline-focus', several ? 'field-sizing-content max-h-60 min-h-20 resize-y py-1' : 'h-7 coarse:h-11', problem ? 'border-red' : 'border-accent'),
  };
  return (
    <span ref={frame} className="-mx-1.5 flex min-w-0 flex-1 flex-col gap-0.5">
      {several ? <textarea {...input} /> : <input {...input} type={type} autoComplete="off" />}
      {problem && <span role="alert" className="px-1.5 text-small text-red">{problem}</span>}
    </span>
  );
}
