import { useId } from 'react';
import { useT } from '../../../lib/i18n.ts';
import { degrees, type Degree } from './wrap-up-queries.ts';

/** How far the matter was brought: one of a few, by the arrow keys or a touch. */
export function DegreeChoice({ value, onChange }: { value: Degree; onChange(degree: Degree): void }) {
  const t = useT();
  const name = useId();
  return (
    <fieldset className="m-0 min-w-0 border-0 p-0">
      <legend className="mb-1 p-0 font-strong">{t('wrapup.degree')}</legend>
      <div className="flex flex-wrap gap-1.5">
        {degrees.map((degree) => (
          <label key={degree} className="inline-flex h-control cursor-pointer items-center rounded-md border border-line px-2.5 hover:bg-hover has-[:checked]:border-accent has-[:checked]:bg-accent-soft has-[:focus-visible]:outline-2 has-[:focus-visible]:outline-offset-1 has-[:focus-visible]:outline-focus coarse:h-11">
            <input type="radio" name={name} value={degree} checked={value === degree} onChange={() => onChange(degree)} className="sr-only" />
            {t(`wrapup.degree.${degree}`)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
