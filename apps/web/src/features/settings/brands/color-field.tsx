import { Radio } from '@base-ui/react/radio';
import { RadioGroup } from '@base-ui/react/radio-group';
import { useId } from 'react';
import { useT } from '../../../lib/i18n.ts';

/** Told apart on light and on dark ground, also by people who see red and green alike. */
const colors = ['#0b6e75', '#a8572a', '#5b4a9c', '#2f6fbd', '#4d7a2c', '#b0466f', '#8a6d1a', '#7b7c76'] as const;

export const firstColor: string = colors[0];

export function ColorField({ value, error, onChange }: { value: string; error?: string; onChange(color: string): void }) {
  const t = useT();
  const id = useId();
  const offered: readonly string[] = colors.some((color) => color === value) ? colors : [value, ...colors];
  return (
    <div>
      <div id={id} className="font-strong">
        {t('settings.brands.color')}
      </div>
      <p className="mb-1.5 text-small text-muted">{t('settings.brands.color.hint')}</p>
      <RadioGroup aria-labelledby={id} value={value} onValueChange={(color) => onChange(String(color))} className="flex flex-wrap gap-1.5">
        {offered.map((color) => (
          <Radio.Root
            key={color}
            value={color}
            aria-label={color}
            style={{ background: color }}
            className="size-7 rounded-md outline-offset-2 data-[checked]:shadow-[0_0_0_2px_var(--raised),0_0_0_4px_var(--text)] coarse:size-11"
          />
        ))}
      </RadioGroup>
      {error && <p className="mt-1 text-small text-red">{error}</p>}
    </div>
  );
}
