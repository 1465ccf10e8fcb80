import { Button, Dialog, Skeleton, TextArea, TextField } from '@ombud/ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useId, useMemo, useRef, type KeyboardEvent } from 'react';
import { api } from '../../../lib/api.ts';
import { useEditForm } from '../../../lib/edit-form.ts';
import { ApiProblem } from '../../../lib/problem.ts';
import { FormProblem, useSubmit } from '../../../lib/form-parts.tsx';
import { useFormats, useT } from '../../../lib/i18n.ts';
import { useStore } from '../../../lib/store.ts';
import { FieldInput, useFieldWords, type Field } from '../../fields/index.ts';
import { stepKeys } from '../steps/step-queries.ts';
import { wrapUpKeys, wrappingUp, type WrappingUp } from './ask-wrap-up.ts';
import { DegreeChoice } from './degree-choice.tsx';
import { suggestionOptions, topicField, topicsOptions, wrapUpOptions, type Degree, type WrapUp } from './wrap-up-queries.ts';

type Suggestion = { topics: { topic: number; like: number[] }[]; minutes: number | null };
const nothing: Suggestion = { topics: [], minutes: null };

/** Stands on every screen; the sheet comes when somebody solves one whose brand asks how it ended, or corrects it. */
export function WrapUpHost() {
  const [what] = useStore(wrappingUp);
  return what ? <WrapUpSheet key={what.ticket.number} what={what} /> : null;
}

/** Enter takes a suggestion, Ctrl-Enter saves (and solves), Esc and a press beside it leave everything as it is. */
function WrapUpSheet({ what }: { what: WrappingUp }) {
  const t = useT();
  const id = useId();
  const { ticket, need, answer } = what;
  const written = useQuery(wrapUpOptions(ticket.number));
  const trees = useQuery(topicsOptions(ticket.brand.id));
  const suggestion = useQuery(suggestionOptions(ticket.number));
  const label = t('wrapup.topic');
  const field = useMemo(() => topicField(trees.data ?? [], label), [trees.data, label]);
  const failed = written.error ?? trees.error;
  const title = t(need ? 'wrapup.ask.title' : 'wrapup.write.title', { number: `#${ticket.number}` });
  if (!written.data || !trees.data || suggestion.isPending)
    return (
      <Dialog open onOpenChange={(open) => !open && answer(false)} title={title} actions={failed && (
        <>
          <Button tone="plain" keys="esc" onClick={() => answer(false)}>{t('common.cancel')}</Button>
          {need === 'asked' && <Button onClick={() => answer(true)}>{t('wrapup.ask.skip')}</Button>}
        </>
      )}>
        {failed ? <FormProblem text={t('wrapup.failed')} /> : <div aria-busy className="flex flex-col gap-3"><Skeleton className="h-8" /><Skeleton className="h-8" /><Skeleton className="h-20" /></div>}
      </Dialog>
    );
  return <Filled id={id} title={title} what={what} written={written.data.wrap_up} field={field} suggestion={suggestion.data ?? nothing} />;
}

interface FilledProps {
  id: string;
  title: string;
  what: WrappingUp;
  written: WrapUp | null;
  field: Field;
  suggestion: Suggestion;
}

function Filled({ id, title, what: { ticket, need, answer }, written, field, suggestion }: FilledProps) {
  const t = useT();
  const client = useQueryClient();
  const firstOffer = useRef<HTMLButtonElement>(null);
  const cause = useRef<HTMLTextAreaElement>(null);
  /** The version that stood in the form: what a colleague writes meanwhile is not written over unseen. */
  const seen = useRef(written?.version ?? 0);
  const hasTopics = field.options.some(({ archived }) => !archived);
  const form = useEditForm({
    initial: {
      topic: written?.topic ? String(written.topic.id) : null,
      degree: written?.degree ?? ('solved' as Degree),
      cause: written?.cause ?? '',
      resolution: written?.resolution ?? '',
      minutes: String((written ? written.minutes : suggestion.minutes) ?? ''),
    },
    validate: ({ topic, minutes }) => ({
      topic: hasTopics && topic === null ? t('wrapup.topic.missing') : undefined,
      minutes: /^\d{0,5}$/.test(minutes.trim()) ? undefined : t('wrapup.minutes.wrong'),
    }),
    save: ({ topic, degree, minutes, ...texts }) =>
      api.put('/api/v1/tickets/{number}/wrap-up', { path: { number: ticket.number }, body: { topic: topic === null ? null : Number(topic), degree, minutes: minutes.trim() === '' ? null : Number(minutes), seen: seen.current, ...texts } }).catch((error: unknown) => {
        // They have been told now; whoever saves again means it.
        if (error instanceof ApiProblem && error.code === 'conflict') seen.current = written?.version ?? seen.current;
        throw error;
      }),
    onSaved: (saved) => {
      client.setQueryData(wrapUpKeys.of(ticket.number), saved);
      void client.invalidateQueries({ queryKey: [...wrapUpKeys.of(ticket.number), 'versions'] });
      void client.invalidateQueries({ queryKey: stepKeys.of(ticket.number) });
      answer(true);
    },
  });
  const element = useSubmit(form);
  const { values, errors, set } = form;
  const offers = written ? [] : suggestion.topics;
  useEffect(() => firstOffer.current?.focus(), []);

  function take(topic: number) {
    set('topic', String(topic));
    cause.current?.focus();
  }
  function onKeyDown(event: KeyboardEvent<HTMLFormElement>) {
    if (event.key !== 'Enter' || !(event.metaKey || event.ctrlKey)) return;
    event.preventDefault();
    // A key that is still held down from the solving is no answer.
    if (!event.repeat) element.onSubmit(event);
  }
  return (
    <Dialog
      open
      noCross={need !== null}
      onOpenChange={(open) => !open && answer(false)}
      title={title}
      description={ticket.subject}
      guarded={form.busy || form.dirty}
      initialFocus={offers.length > 0 ? firstOffer : undefined}
      actions={
        <>
          <FormProblem text={form.problem} className="basis-full" />
          <Button tone="plain" keys={form.dirty ? undefined : 'esc'} onClick={() => answer(false)}>{t(need ? 'wrapup.ask.leave' : 'common.cancel')}</Button>
          {need === 'asked' && <Button tone="plain" onClick={() => answer(true)}>{t('wrapup.ask.skip')}</Button>}
          <Button type="submit" form={id} tone="primary" keys="mod+enter" busy={form.busy}>{t(need ? 'wrapup.ask.save' : 'common.save')}</Button>
        </>
      }
    >
      <form {...element} id={id} onKeyDown={onKeyDown} className="flex flex-col gap-4 pb-1">
        {offers.length > 0 && <Offers field={field} offers={offers} chosen={values.topic} first={firstOffer} onTake={take} />}
        <div className="grid grid-cols-[minmax(0,1fr)_11rem] gap-3 max-sm:grid-cols-1">
          {(hasTopics || written?.topic) && <FieldInput needed field={field} value={values.topic} error={errors['topic']} onChange={(topic) => set('topic', typeof topic === 'string' ? topic : null)} />}
          <TextField
            label={t('wrapup.minutes')}
            hint={!written && suggestion.minutes !== null ? t('wrapup.minutes.counted') : undefined}
            inputMode="numeric"
            autoComplete="off"
            maxLength={5}
            value={values.minutes}
            onValueChange={(minutes) => set('minutes', minutes)}
            error={errors['minutes']}
          />
        </div>
        <DegreeChoice value={values.degree} onChange={(degree) => set('degree', degree)} />
        <TextArea ref={cause} rows={2} label={t('wrapup.cause')} aside={t('common.optional')} maxLength={2_000} value={values.cause} onValueChange={(text) => set('cause', text)} error={errors['cause']} />
        <TextArea rows={2} label={t('wrapup.resolution')} aside={t('common.optional')} maxLength={2_000} value={values.resolution} onValueChange={(text) => set('resolution', text)} error={errors['resolution']} />
      </form>
    </Dialog>
  );
}

/** What tickets like this one were about: one press takes it. */
function Offers({ field, offers, chosen, first, onTake }: { field: Field; offers: Suggestion['topics']; chosen: string | null; first: React.RefObject<HTMLButtonElement | null>; onTake(topic: number): void }) {
  const t = useT();
  const formats = useFormats();
  const words = useFieldWords();
  const id = useId();
  return (
    <div role="group" aria-labelledby={id}>
      <p id={id} className="m-0 mb-1 text-small font-strong text-muted">{t('wrapup.suggested')}</p>
      <ul className="m-0 flex list-none flex-col gap-1 p-0">
        {offers.map(({ topic, like }, at) => (
          <li key={topic}>
            <button
              ref={at === 0 ? first : undefined}
              type="button"
              aria-pressed={chosen === String(topic)}
              onClick={() => onTake(topic)}
              className="flex min-h-control w-full min-w-0 flex-wrap items-center justify-between gap-x-3 rounded-md border border-line px-2.5 py-1 text-left hover:bg-hover aria-pressed:border-accent aria-pressed:bg-accent-soft coarse:min-h-11"
            >
              <span className="min-w-0 font-strong break-words">{words.path(field, String(topic))}</span>
              <span className="text-small text-muted">{t('wrapup.like', { tickets: formats.list(like.map((number) => `#${number}`)) })}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
