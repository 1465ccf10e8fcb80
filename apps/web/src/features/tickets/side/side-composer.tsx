import { Button, cx, IconButton, showToast, TextField } from '@ombud/ui';
import { useQueryClient } from '@tanstack/react-query';
import { CalendarClock, Paperclip, Trash2 } from 'lucide-react';
import { lazy, Suspense, useRef, useState, type ReactNode, type RefObject } from 'react';
import { say, sayTime, useT } from '../../../lib/i18n.ts';
import { fieldTexts, problemText } from '../../../lib/problem.ts';
import { useMe } from '../../../lib/session.ts';
import { AddressField } from '../composer/address-field.tsx';
import { PersonChip } from '../composer/addressees.tsx';
import type { LaterChoice } from '../composer/later-dialog.tsx';
import { ComposerFiles } from '../composer/composer-files.tsx';
import { isBlank, isEmptyDraft, type DraftContent, type DraftPlace, type Person } from '../composer/draft-content.ts';
import { OtherVersionNotice } from '../composer/draft-notices.tsx';
import { filesBeside, picturesIn, withFreshPictures } from '../composer/inline-images.ts';
import { useDraft, type DraftHandle } from '../composer/use-draft.ts';
import { useUploads } from '../composer/use-uploads.ts';
import { tellUnapproved, type RefusedChange } from '../steps/steps-store.ts';
import { cancelMessage, getTimeline } from '../store/ticket-api.ts';
import { mergeEntries, type TimelineData } from '../store/ticket-cache.ts';
import { ticketKeys } from '../store/ticket-queries.ts';
import { isMessage, type TicketDetail } from '../store/types.ts';
import { sideKeys } from './side-queries.ts';
import { sideRoom, type SideRoom } from './side-room.ts';

const MessageEditor = lazy(() => import('../composer/editor.tsx').then((module) => ({ default: module.MessageEditor })));
const LaterDialog = lazy(() => import('../composer/later-dialog.tsx').then((module) => ({ default: module.LaterDialog })));
const undoSeconds = 10;

/** When a mail goes out, as the server takes it. */
export function timeOf(later: LaterChoice | undefined) {
  return later ? { send_at: later.at.toISOString(), unless_answered: later.unlessAnswered } : { undo_seconds: undoSeconds };
}

/** The same of what waits for an approval: there is nothing to take back. */
export const plannedFor = (later: LaterChoice | undefined) => (later ? timeOf(later) : {});

export interface SideComposerProps {
  ticket: TicketDetail;
  place: DraftPlace;
  /** The field in which the first addressee is written */
  addressees?: RefObject<HTMLInputElement | null>;
  /** What a draft begins with, where there is none */
  begin: Partial<DraftContent>;
  label: string;
  placeholder: string;
  sendLabel: string;
  /** Needs addressees and a subject: a new conversation */
  fresh: boolean;
  /** May go without own words: what is passed on says enough */
  wordless?(content: DraftContent): boolean;
  /** Where it is written, to come back to when it is taken back */
  room: SideRoom;
  send(content: DraftContent, later?: LaterChoice): Promise<unknown>;
  /** The same, as it is asked for where it takes an approval */
  change(content: DraftContent, later?: LaterChoice): RefusedChange['change'];
  onSent(): void;
  /** Below the text: what is quoted */
  children?(draft: DraftHandle): ReactNode;
}

/** Where one writes to somebody who is not the customer. It keeps its draft as the ticket's own composer does. */
export function SideComposer({ ticket, place, begin, label, placeholder, sendLabel, fresh, wordless, room, addressees, send, change, onSent, children }: SideComposerProps) {
  const t = useT();
  const me = useMe().agent;
  const client = useQueryClient();
  const draft = useDraft(me.id, ticket.number, place, ticket.drafts, begin);
  const { content, edit } = draft;
  const { uploads, add, addPictures, retry, remove } = useUploads(draft.addFile);
  const picker = useRef<HTMLInputElement>(null);
  const [busy, setBusy] = useState(false);
  const [asksWhen, setAsksWhen] = useState(false);
  const [showsBcc, setShowsBcc] = useState(false);
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [refused, setRefused] = useState<string | null>(null);
  const people = content.to ?? [];
  const missing = {
    to: fresh && people.length === 0 ? t('sending.side.missing.to') : undefined,
    subject: fresh && content.subject.trim() === '' ? t('sending.side.missing.subject') : undefined,
    html: isBlank(content.html) && !wordless?.(content) ? t('sending.side.missing.text') : undefined,
  };
  const [tried, setTried] = useState(false);
  const told: Partial<typeof missing> = tried ? missing : {};

  async function submit(later?: LaterChoice) {
    if (busy || uploads.length > 0) return;
    if (missing.to || missing.subject || missing.html) return setTried(true);
    setBusy(true);
    setErrors({});
    setRefused(null);
    const sent = content;
    try {
      await send(sent, later);
      draft.clear();
      onSent();
      await client.invalidateQueries({ queryKey: sideKeys.list(ticket.number) });
      void offerToTakeBack(sent, later);
    } catch (error) {
      if (tellUnapproved(ticket.number, { ...change(sent, later), asked: () => (draft.clear(), onSent()) }, error)) return;
      setErrors(fieldTexts(error));
      setRefused(Object.keys(fieldTexts(error)).length > 0 ? null : problemText(error));
    } finally {
      setBusy(false);
    }
  }

  /** What is missing is told before somebody chooses a time. */
  function askWhen() {
    if (busy || uploads.length > 0) return;
    if (missing.to || missing.subject || missing.html) return setTried(true);
    setAsksWhen(true);
  }

  /** The message is the newest of ours in the thread; taken back, its text is a draft again. */
  async function offerToTakeBack(sent: DraftContent, later?: LaterChoice) {
    const page = await getTimeline(ticket.number, { sort: 'newest', limit: 15 });
    client.setQueryData<TimelineData>(ticketKeys.timeline(ticket.number), (data) => data && mergeEntries(data, page.items));
    const message = page.items.filter(isMessage).find((entry) => entry.kind === 'side' && entry.author.type === 'agent' && entry.author.id === me.id);
    if (!message) return;
    const who = message.to.map(({ name, address }) => name || address).join(', ');
    showToast({
      id: `sent-${message.id}`,
      title: later ? say('sending.later.plannedAside', { who, when: sayTime(later.at) }) : say('composer.sent.plain', { who, seconds: undoSeconds }),
      tone: 'done',
      timeout: undoSeconds * 1_000,
      action: {
        label: say('composer.undo.button'),
        keys: 'z',
        run: () =>
          void cancelMessage(message.id).then(
            () => {
              draft.replace(sent);
              sideRoom.set({ ...room, stamp: Date.now() });
              void client.invalidateQueries({ queryKey: ticketKeys.timeline(ticket.number) });
              void client.invalidateQueries({ queryKey: sideKeys.list(ticket.number) });
            },
            (error: unknown) => showToast({ title: say('composer.undo.tooLate'), description: problemText(error), tone: 'failed' }),
          ),
      },
    });
  }

  return (
    <div
      role="group"
      aria-label={label}
      onKeyDown={(event) => {
        if (event.key.toLowerCase() === 'l' && event.shiftKey && (event.metaKey || event.ctrlKey)) {
          event.preventDefault();
          event.stopPropagation();
          return askWhen();
        }
        if (event.key !== 'Enter' || !(event.metaKey || event.ctrlKey)) return;
        event.preventDefault();
        event.stopPropagation();
        void submit();
      }}
      className="flex flex-col gap-3"
    >
      <OtherVersionNotice draft={draft} />
      {fresh && <PeopleField field={addressees} label={t('tickets.address.to')} people={people} error={told.to ?? errors['to']} onChange={(to) => edit({ to })} />}
      <PeopleField label={t('tickets.address.cc')} people={content.cc} error={errors['cc']} onChange={(cc) => edit({ cc })} />
      {showsBcc || content.bcc.length > 0 ? (
        <PeopleField label={t('sending.bcc')} people={content.bcc} error={errors['bcc']} autoFocus={showsBcc} onChange={(bcc) => edit({ bcc })} />
      ) : (
        <button type="button" onClick={() => setShowsBcc(true)} className="-mt-2 h-6 min-h-target self-start rounded-sm px-1 text-small text-faint hover:bg-hover hover:text-text">+ {t('sending.bcc')}</button>
      )}
      {fresh && <TextField label={t('tickets.new.subject')} value={content.subject} onValueChange={(subject) => edit({ subject })} error={told.subject ?? errors['subject']} maxLength={500} autoComplete="off" data-writing />}
      <div className={cx('rounded-lg border bg-pane', told.html ? 'border-red' : 'border-field-line')}>
        <Suspense fallback={<div className="min-h-32" />}>
          <MessageEditor
            html={picturesIn(content.html).size > 0 ? withFreshPictures(content.html, content.files) : content.html}
            version={draft.version}
            label={label}
            placeholder={placeholder}
            autoFocus={!fresh}
            focusWish={0}
            onChange={(html) => edit({ html })}
            onFiles={add}
            onPictures={addPictures}
            files={<ComposerFiles files={filesBeside(content.html, content.files)} uploads={uploads} onRemove={(file) => edit({ files: content.files.filter((other) => other !== file) })} onCancel={remove} onRetry={retry} />}
          >
            <input ref={picker} type="file" multiple hidden onChange={(event) => (add([...(event.currentTarget.files ?? [])]), (event.currentTarget.value = ''))} />
            <IconButton label={t('composer.files.add')} side="top" icon={<Paperclip />} onClick={() => picker.current?.click()} />
            {!isEmptyDraft(content) && <IconButton label={t('composer.discard')} side="top" icon={<Trash2 />} onClick={draft.discard} />}
            <span role="status" className={cx('min-w-0 flex-1 truncate px-1 text-small max-desk:sr-only', draft.state === 'local' ? 'text-amber' : 'text-faint')}>{draft.state === 'none' ? '' : t(`composer.draft.${draft.state}`)}</span>
            <IconButton label={t('sending.later.menu')} keys="mod+shift+l" side="top" icon={<CalendarClock />} disabled={busy || uploads.length > 0} onClick={askWhen} />
            <Button tone="primary" keys="mod+enter" busy={busy} disabled={uploads.length > 0} onClick={() => void submit()}>{sendLabel}</Button>
          </MessageEditor>
        </Suspense>
      </div>
      {(told.html ?? refused ?? errors['html'] ?? errors['attachments'] ?? errors['quote']) && <p role="alert" className="m-0 text-small text-red">{told.html ?? refused ?? errors['html'] ?? errors['attachments'] ?? errors['quote']}</p>}
      {children?.(draft)}
      {asksWhen && <Suspense><LaterDialog aside planned={null} onClose={() => setAsksWhen(false)} onChoose={(later) => (setAsksWhen(false), void submit(later))} /></Suspense>}
    </div>
  );
}

function PeopleField({ field, label, people, error, autoFocus = false, onChange }: { field?: RefObject<HTMLInputElement | null>; label: string; autoFocus?: boolean; people: readonly Person[]; error?: string; onChange(people: Person[]): void }) {
  const t = useT();
  return (
    <div role="group" aria-label={label} className="flex min-w-0 flex-wrap items-center gap-x-1.5 gap-y-1 text-small text-muted">
      <span aria-hidden className="min-w-10 shrink-0 text-faint">{label}</span>
      {people.map((person) => (
        <PersonChip key={person.address} person={person} onRemove={() => onChange(people.filter((other) => other !== person))} />
      ))}
      <AddressField ref={field} label={t('sending.address', { field: label })} autoFocus={autoFocus} onDone={(person) => person && !people.some(({ address }) => address === person.address) && onChange([...people, person])} />
      {error && <span role="alert" className="text-small text-red">{error}</span>}
    </div>
  );
}
