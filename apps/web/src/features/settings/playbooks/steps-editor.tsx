import { Button, IconButton, MultiCombobox, SelectField, TextField } from '@ombud/ui';
import { ArrowDown, ArrowUp, Plus, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useT } from '../../../lib/i18n.ts';
import { whisper } from '../../../lib/whisper.ts';
import { useAllFields, useFields, useFieldWords } from '../../fields/index.ts';
import { happenedWord, stepEvents, type PlaybookStep } from '../../tickets/steps/index.ts';
import { mostSteps, moveStep, newStep, type StepDraft } from './playbook-draft.ts';

const doers: readonly PlaybookStep['by'][] = ['person', 'field', 'event'];

interface StepsEditorProps {
  steps: readonly StepDraft[];
  brandId: number | null;
  /** `steps.2.text` and the like, or `steps` */
  errors: Readonly<Record<string, string | undefined>>;
  onChange(steps: readonly StepDraft[]): void;
}

/** The steps in their order: Enter in one begins the next, the arrows move it, and the focus goes along. */
export function StepsEditor({ steps, brandId, errors, onChange }: StepsEditorProps) {
  const t = useT();
  const list = useRef<HTMLOListElement>(null);
  const [focused, focus] = useState<{ uid: number; part: string } | null>(null);
  useEffect(() => {
    if (!focused) return;
    list.current?.querySelector<HTMLElement>(`[data-uid="${focused.uid}"] [data-part="${focused.part}"] :is(input, button), [data-uid="${focused.uid}"] button[data-part="${focused.part}"]`)?.focus();
    focus(null);
  }, [focused]);

  function addAfter(at: number) {
    if (steps.length >= mostSteps) return;
    const added = newStep();
    onChange(steps.toSpliced(at + 1, 0, added));
    focus({ uid: added.uid, part: 'text' });
  }
  function move(step: StepDraft, at: number, by: -1 | 1) {
    onChange(moveStep(steps, step.uid, by));
    whisper(t('playbooks.step.moved', { number: at + 1, to: at + 1 + by }));
    // At the end the other arrow is left.
    const last = by === -1 ? at - 1 === 0 : at + 1 === steps.length - 1;
    focus({ uid: step.uid, part: (by === -1) === last ? 'down' : 'up' });
  }
  function remove(at: number) {
    const rest = steps.toSpliced(at, 1);
    onChange(rest);
    const near = rest[Math.min(at, rest.length - 1)];
    if (near) focus({ uid: near.uid, part: 'text' });
  }
  return (
    <section aria-labelledby="playbook-steps" className="flex flex-col gap-2">
      <div>
        <h3 id="playbook-steps" className="font-strong">{t('playbooks.steps')}</h3>
        <p className="text-small text-muted">{t('playbooks.steps.hint')}</p>
      </div>
      <ol ref={list} className="m-0 flex list-none flex-col gap-3 p-0">
        {steps.map((step, at) => (
          <li key={step.uid} data-uid={step.uid} className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-2 gap-y-2 rounded-lg border border-line-soft p-3">
            <div data-part="text" className="min-w-0">
              <TextField
                label={t('playbooks.step.text', { number: at + 1 })}
                maxLength={300}
                autoComplete="off"
                value={step.text}
                onValueChange={(text) => onChange(steps.with(at, { ...step, text }))}
                onKeyDown={(event) => {
                  if (event.key !== 'Enter' || event.repeat || event.nativeEvent.isComposing || event.ctrlKey || event.metaKey) return;
                  event.preventDefault();
                  addAfter(at);
                }}
                error={errors[`steps.${at}.text`]}
              />
            </div>
            <div className="flex items-start pt-6">
              <IconButton data-part="up" label={t('playbooks.step.up', { number: at + 1 })} icon={<ArrowUp />} disabled={at === 0} onClick={() => move(step, at, -1)} />
              <IconButton data-part="down" label={t('playbooks.step.down', { number: at + 1 })} icon={<ArrowDown />} disabled={at === steps.length - 1} onClick={() => move(step, at, 1)} />
              <IconButton label={t('playbooks.step.remove', { number: at + 1 })} icon={<X />} disabled={steps.length === 1} onClick={() => remove(at)} />
            </div>
            <DoneWhen step={step} brandId={brandId} error={errors[`steps.${at}.field`] ?? errors[`steps.${at}.options`]} onChange={(next) => onChange(steps.with(at, next))} />
          </li>
        ))}
      </ol>
      {errors['steps'] && <p role="alert" className="text-small text-red">{errors['steps']}</p>}
      {steps.length < mostSteps && <Button icon={<Plus className="size-4" />} className="self-start" onClick={() => addAfter(steps.length - 1)}>{t('playbooks.step.add')}</Button>}
    </section>
  );
}

/** Who or what does it. */
function DoneWhen({ step, brandId, error, onChange }: { step: StepDraft; brandId: number | null; error: string | undefined; onChange(step: StepDraft): void }) {
  const t = useT();
  const words = useFieldWords();
  const known = useAllFields();
  const offered = useFields(brandId).filter(({ brand }) => brand === null || brand.id === brandId);
  const field = offered.find(({ key }) => key === step.field);
  const gone = step.by === 'field' && step.field !== '' && !field;
  const fieldChoices = [...(gone ? [{ value: step.field, label: words.labelOf(known, step.field) }] : []), ...offered.map((each) => ({ value: each.key, label: words.label(each) }))];
  const option = (key: string) => ({ value: key, label: field ? words.path(field, key) : key });
  const hasOptions = step.by === 'field' && (field?.type === 'choice' || field?.type === 'tree');
  return (
    <div className="col-span-full grid gap-2 sm:grid-cols-2">
      <SelectField label={t('playbooks.step.by')} value={step.by} choices={doers.map((value) => ({ value, label: t(`playbooks.by.${value}`) }))} onChange={(by) => onChange({ ...step, by: by as StepDraft['by'] /* one of the choices */ })} />
      {step.by === 'event' && <SelectField label={t('playbooks.step.event')} value={step.event} choices={stepEvents.map((value) => ({ value, label: t(happenedWord(value)) }))} onChange={(event) => onChange({ ...step, event: event as StepDraft['event'] /* one of the choices */ })} />}
      {step.by === 'field' && <SelectField label={t('playbooks.step.field')} value={step.field} choices={fieldChoices} onChange={(key) => onChange({ ...step, field: key, options: [] })} error={error} hint={gone ? t('playbooks.step.gone') : undefined} />}
      {hasOptions && (
        <div className="min-w-0 sm:col-span-2">
          <p className="mb-1 font-strong">{t('playbooks.step.options')}</p>
          <MultiCombobox ariaLabel={t('playbooks.step.options')} placeholder={t('playbooks.step.options.any')} value={step.options.map(option)} choices={(field?.options ?? []).filter(({ archived }) => !archived).map(({ key }) => option(key))} onChange={(next) => onChange({ ...step, options: next.map(({ value }) => value) })} />
        </div>
      )}
    </div>
  );
}
