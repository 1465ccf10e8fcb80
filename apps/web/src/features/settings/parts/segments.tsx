import { Radio } from '@base-ui/react/radio';
import { RadioGroup } from '@base-ui/react/radio-group';
import { useId } from 'react';

export interface SegmentsProps<Value extends string> {
  label: string;
  /** What the choice means, below it */
  hint?: string;
  value: Value;
  choices: readonly { value: Value; label: string }[];
  onChange(value: Value): void;
}

/** One of a few, side by side; takes effect at once. Arrow keys move, as in any group of radio buttons. */
export function Segments<Value extends string>({ label, hint, value, choices, onChange }: SegmentsProps<Value>) {
  const id = useId();
  return (
    <div>
      <div id={id} className="mb-1.5 font-strong">
        {label}
      </div>
      <RadioGroup
        aria-labelledby={id}
        aria-describedby={hint && `${id}-hint`}
        value={value}
        onValueChange={(next) => onChange(next as Value /* one of the choices below */)}
        className="inline-flex max-w-full flex-wrap gap-0.5 rounded-lg bg-sunken p-0.5"
      >
        {choices.map((choice) => (
          <label
            key={choice.value}
            className="flex h-7 min-h-target cursor-pointer items-center rounded-md px-3 text-muted transition-colors duration-[var(--quick)] hover:text-text has-[[data-checked]]:bg-raised has-[[data-checked]]:text-text has-[[data-checked]]:shadow-low has-[:focus-visible]:outline-2 has-[:focus-visible]:outline-focus"
          >
            <Radio.Root value={choice.value} className="sr-only" />
            {choice.label}
          </label>
        ))}
      </RadioGroup>
      {hint && (
        <p id={`${id}-hint`} className="mt-1 max-w-prose text-small text-muted">
          {hint}
        </p>
      )}
    </div>
  );
}
