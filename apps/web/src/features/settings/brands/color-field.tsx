import { Radio } from '@base-ui/react/radio';
import { RadioGroup } from '@base-ui/react/radio-group';
import { useId } from 'react';
import { useT } from '../../../lib/i18n.ts';

/** Told apart on light and on dark ground, also by people who see red and green alike. */
const colors = { teal: '#0b6e75', rust: '#a8572a', violet: '#5b4a9c', blue: '#2f6fbd', green: '#4d7a2c', pink: '#b0466f', ochre: '#8a6d1a', grey: '#7b7c76' } as const;
type Name = keyof typeof colors;
const names = Object.keys(colors) as Name[];

export const firstColor: string = colors.teal;

export function ColorField({ value, error, onChange }: { value: string; error?: string; onChange(color: string): void }) {
  const t = useT();
  const id = useId();
  const offered = names.map((name): { color: string; label: string } => ({ color: colors[name], label: t(`settings.color.${name}`) }));
  const own = offered.some(({ color }) => color === value) ? [] : [{ color: value, label: t('settings.color.own', { color: value }) }];
  return (
    <RadioGroup render={<fieldset />} aria-labelledby={id} aria-describedby={`${id}-hint`} data-wrong={error ? true : undefined} value={value} onValueChange={(color) => onChange(String(color))} className="min-w-0">
      <legend id={id} className="font-strong">{t('settings.brands.color')}</legend>
      <p id={`${id}-hint`} className="mb-1.5 text-small text-muted">{t('settings.brands.color.hint')}</p>
      <div className="flex flex-wrap gap-1.5">
        {[...own, ...offered].map(({ color, label }) => (
          <Radio.Root
            key={color}
            value={color}
            aria-label={label}
            title={label}
            style={{ background: color }}
            className="size-7 rounded-md outline-offset-2 data-[checked]:shadow-[0_0_0_2px_var(--raised),0_0_0_4px_var(--text)] coarse:size-11"
          />
        ))}
      </div>
      {error && <p role="alert" className="mt-1 text-small text-red">{error}</p>}
    </RadioGroup>
  );
}
