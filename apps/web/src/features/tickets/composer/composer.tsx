import { cx, IconButton, Tabs } from '@ombud/ui';
import { ChevronDown, Eye, Paperclip, Trash2 } from 'lucide-react';
import { lazy, Suspense, useEffect, useLayoutEffect, useRef, useState, type DragEvent } from 'react';
import { useT } from '../../../lib/i18n.ts';
import { useCommands } from '../../../lib/keys/index.ts';
import { useIsWide } from '../../../lib/media.ts';
import { useMe } from '../../../lib/session.ts';
import { useStore } from '../../../lib/store.ts';
import { ReplyGuidelines } from '../guidelines/reply-guidelines.tsx';
import { useColleagues } from '../store/colleagues.ts';
import type { Message, MessageKind, TicketDetail } from '../store/types.ts';
import { nameOf } from '../store/words.ts';
import { Addressees, FromLine, ToLine } from './addressees.tsx';
import { ComposerFiles } from './composer-files.tsx';
import { ComposerWarnings } from './composer-warnings.tsx';
import { appendHtml, isBlank, isEmptyDraft, withoutAsked } from './draft-content.ts';
import { LanguageHint, OtherVersionNotice } from './draft-notices.tsx';
import { filesBeside, picturesIn, withFreshPictures } from './inline-images.ts';
import type { LaterChoice } from './later-dialog.tsx';
import { recipientsOf } from './recipients.ts';
import { useComposerMacros } from './macros/use-composer-macros.tsx';
import { SendButton } from './send-button.tsx';
import { StandIn } from './stand-in.tsx';
import { askedChanges, returnedTexts, sentTexts } from './take-back.ts';
import { useDraft, type DraftHandle } from './use-draft.ts';
import { useMeanwhile } from './use-meanwhile.ts';
import { useSend, type StatusAfter } from './use-send.ts';
import { useUploads } from './use-uploads.ts';

const loadEditor = () => import('./editor.tsx');
const MessageEditor = lazy(async () => ({ default: (await loadEditor()).MessageEditor }));
const LaterDialog = lazy(() => import('./later-dialog.tsx').then((module) => ({ default: module.LaterDialog })));

/** Fetches the editor before somebody asks for it, when the page has nothing better to do. */
export function preloadEditor(): void {
  const idle = globalThis.requestIdleCallback ?? ((run: () => void) => setTimeout(run, 600));
  idle(() => loadEditor().catch(() => undefined), { timeout: 1_000 });
}

export interface ComposerProps {
  ticket: TicketDetail;
  /** The newest public message that is not this agent's own */
  newest: Message | undefined;
  threadLoaded: boolean;
  /** Written for this place before the ticket was there */
  ahead: string;
  place: MessageKind;
  onPlace(place: MessageKind): void;
  /** Opened for writing; closed it is one line */
  open: boolean;
  onOpen(open: boolean): void;
  onTyping(): void;
  /** Counts up when the writing field should take the focus */
  focusWish: number;
  onSolvedAndNext(): void;
  onTakenBack(): void;
}

/** Reply and note are two places with a draft each; what is written in one never shows up in the other. */
export function Composer(props: ComposerProps) {
  const { ticket, place } = props;
  const me = useMe().agent;
  const reply = useDraft(me.id, ticket.number, 'public', ticket.drafts);
  const note = useDraft(me.id, ticket.number, 'note', ticket.drafts);
  const taken = useRef(props.ahead === '');
  const begun = place === 'note' ? note : reply;
  // Before anything else can be typed, and once.
  useLayoutEffect(() => {
    if (taken.current) return;
    taken.current = true;
    begun.replace({ ...begun.content, html: appendHtml(begun.content.html, props.ahead) });
  }, [begun, props.ahead]);
  const returned = useStore(returnedTexts);
  const to = returned?.kind === 'note' ? note : reply;
  const { giveBack } = to;
  const { onPlace, onOpen } = props;
  useEffect(() => {
    if (returned?.ticket !== ticket.number) return;
    returnedTexts.set(null);
    giveBack(returned.content);
    onPlace(returned.kind ?? 'public');
    onOpen(true);
  }, [returned, ticket.number, giveBack, onPlace, onOpen]);

  const [{ clear: clearReply }, { clear: clearNote }] = [reply, note];
  useEffect(() => sentTexts.subscribe(() => {
    const sent = sentTexts.get();
    if (sent?.ticket === ticket.number) (sent.kind === 'note' ? clearNote : clearReply)(sent.content);
  }), [ticket.number, clearReply, clearNote]);

  useEffect(() => askedChanges.subscribe(() => {
    const asked = askedChanges.get();
    const { content, edit } = asked?.kind === 'note' ? note : reply;
    if (asked?.ticket === ticket.number) edit({ changes: withoutAsked(content.changes, asked.changes) });
  }), [ticket.number, reply, note]);

  return <Place {...props} key={place} draft={begun} drafts={{ public: reply, note }} />;
}

function Place({ ticket, newest, threadLoaded, place, onPlace, open, onOpen, onTyping, focusWish, onSolvedAndNext, onTakenBack, draft, drafts }: ComposerProps & { draft: DraftHandle; drafts: Record<MessageKind, DraftHandle> }) {
  const t = useT();
  const { content, edit } = draft;
  const picker = useRef<HTMLInputElement>(null);
  const [dropping, setDropping] = useState(false);
  const { uploads, add, addPictures, retry, remove } = useUploads(draft.addFile);
  const [asksWhen, setAsksWhen] = useState(false);
  const { send, conflict, forgetConflict } = useSend(ticket);
  const asking = useRef<object>(null);
  const empty = isBlank(content.html);
  const meanwhile = useMeanwhile(newest, !isEmptyDraft(content), threadLoaded);
  const isNote = place === 'note';
  const blocked = !isNote && (ticket.status === 'closed' || !ticket.reply_from);
  const toNobody = !isNote && recipientsOf(ticket, content).to.length === 0;
  const sendable = !empty && uploads.length === 0 && !blocked && !toNobody;
  const colleagues = useColleagues(ticket, isNote);
  const wide = useIsWide();
  // On a phone a draft waits behind the button; otherwise it would fill half of the screen.
  const active = open || (wide && !isEmptyDraft(content));
  const macros = useComposerMacros({ ticket, place, drafts, active, onPlace, onOpen });

  function submit(status?: StatusAfter, next = false, later?: LaterChoice) {
    if (!sendable) return;
    if (!isNote && meanwhile.arrived && !meanwhile.warned) return meanwhile.warn();
    // While something is asked first, the text stands there still: a second press is not a second message.
    if (asking.current) return;
    const turn = {};
    asking.current = turn;
    // Only its own: the next message may be asked about while the server has not answered to this one.
    const asked = () => {
      if (asking.current === turn) asking.current = null;
    };
    const shown = () => {
      asked();
      if (next) onSolvedAndNext();
      else onOpen(false);
    };
    void send({ kind: place, draft, status, later, onShown: shown, onTakenBack }).finally(asked);
  }
  const solve = () => submit(ticket.status === 'solved' ? undefined : 'solved', true);

  useCommands([
    { id: 'compose.send', label: isNote ? 'composer.send.note' : 'composer.send.reply', group: 'compose', keys: ['mod+enter'], whileTyping: true, enabled: () => active && sendable, run: () => submit() },
    { id: 'compose.sendSolve', label: 'composer.send.solveNext', group: 'compose', keys: ['mod+shift+enter'], whileTyping: true, enabled: () => active && sendable, run: solve },
    { id: 'compose.later', label: 'sending.later.menu', group: 'compose', keys: ['mod+shift+l'], whileTyping: true, enabled: () => active && sendable && !isNote, run: () => setAsksWhen(true) },
  ], place);

  const field = {
    html: picturesIn(content.html).size > 0 ? withFreshPictures(content.html, content.files) : content.html,
    label: t(isNote ? 'composer.noteLabel' : 'composer.replyLabel'),
    placeholder: t(isNote ? 'composer.notePlaceholder' : 'composer.replyPlaceholder', { who: nameOf(ticket.requester) }),
    autoFocus: open,
    focusWish,
    onChange(html: string) {
      edit({ html });
      if (!isNote) onTyping();
    },
  };

  function onDrop(event: DragEvent) {
    setDropping(false);
    if (event.dataTransfer.files.length === 0 || event.defaultPrevented) return;
    event.preventDefault();
    onOpen(true);
    add(event.dataTransfer.files);
  }

  const tabs = (
    <Tabs
      label={t('composer.places')}
      value={place}
      tabs={[
        { value: 'public', label: t('composer.reply') },
        { value: 'note', label: t('composer.note'), selectedClassName: 'data-[active]:bg-note data-[active]:text-note-text data-[active]:shadow-[inset_0_0_0_1px_var(--note-line)]' },
      ]}
      onChange={(next) => {
        onPlace(next);
        onOpen(true);
      }}
    />
  );

  return (
    <section
      aria-label={t(isNote ? 'composer.note' : 'composer.reply')}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes('Files')) return;
        event.preventDefault();
        setDropping(true);
      }}
      onDragLeave={(event) => !event.currentTarget.contains(event.relatedTarget instanceof Node ? event.relatedTarget : null) && setDropping(false)}
      onDrop={onDrop}
      className={cx(
        'relative mx-5 mb-4 flex min-h-0 shrink-0 flex-col rounded-[10px] border shadow-[0_1px_3px_rgb(0_0_0/0.06)] transition-colors duration-[var(--quick)] max-desk:mx-0 max-desk:mb-0 max-desk:max-h-[62dvh] max-desk:rounded-none max-desk:border-x-0 max-desk:border-b-0',
        isNote ? 'border-note-line bg-note' : 'border-line bg-pane focus-within:border-field-line',
        dropping && 'outline-2 outline-dashed outline-offset-[-4px] outline-accent',
        !active && 'max-desk:hidden',
      )}
    >
      {active && !isNote && <ReplyGuidelines number={ticket.number} />}
      <ComposerWarnings ticket={ticket.number} newest={newest} show={active && !isNote} meanwhile={meanwhile} conflict={conflict} onUnderstood={() => (forgetConflict(), meanwhile.dismiss())} />
      <div className={cx('flex min-h-10 items-center gap-x-3 px-3 py-1.5', active && 'border-b', isNote ? 'border-note-line' : 'border-line-soft')}>
        <div className="shrink-0">{tabs}</div>
        {isNote ? (
          <span className="ml-auto flex min-w-0 items-center gap-1.5 text-small text-note-text"><Eye aria-hidden className="size-3.5" />{t('composer.noteHint')}</span>
        ) : (
          <>
            {!active && <ToLine ticket={ticket} />}
            <FromLine ticket={ticket} />
          </>
        )}
        {!wide && <IconButton label={t('composer.fold')} icon={<ChevronDown />} onClick={() => onOpen(false)} className="-mr-2" />}
      </div>
      {!active ? (
        <button type="button" onClick={() => onOpen(true)} className="h-11 cursor-text truncate rounded-b-[10px] px-3.5 text-left text-faint outline-offset-[-2px]">
          {t(isNote ? 'composer.notePlaceholder' : 'composer.replyPlaceholder', { who: nameOf(ticket.requester) })}
        </button>
      ) : (
        <>
          <OtherVersionNotice draft={draft} />
          {!isNote && <Addressees ticket={ticket} content={content} onEdit={edit} />}
          <Suspense fallback={<StandIn {...field} key={draft.version} />}>
            <MessageEditor
              {...field}
              version={draft.version}
              onFiles={add}
              onPictures={addPictures}
              colleagues={colleagues}
              slash={macros.slash}
              files={<>{macros.below}{!isNote && <LanguageHint written={draft.language} customer={ticket.language} who={nameOf(ticket.requester)} />}<ComposerFiles files={filesBeside(content.html, content.files)} uploads={uploads} onRemove={(file) => edit({ files: content.files.filter((other) => other !== file) })} onCancel={remove} onRetry={retry} /></>}
            >
              <input ref={picker} type="file" multiple hidden onChange={(event) => (add([...(event.currentTarget.files ?? [])]), (event.currentTarget.value = ''))} />
              <IconButton label={t('composer.files.add')} side="top" icon={<Paperclip />} onClick={() => picker.current?.click()} />
              {macros.button}
              {!isEmptyDraft(content) && (
                <IconButton label={t('composer.discard')} side="top" icon={<Trash2 />} onClick={() => (draft.discard(), onOpen(false))} />
              )}
              <span role="status" className={cx('min-w-0 truncate px-1 text-small max-desk:sr-only', draft.state === 'local' ? 'text-amber' : isNote ? 'text-note-text' : 'text-faint')}>{draft.state === 'none' ? '' : t(`composer.draft.${draft.state}`)}</span>
              <span className="min-w-0 flex-1" />
              {blocked && <span className="truncate text-small text-red">{t(ticket.status === 'closed' ? 'composer.closed' : 'composer.noInbox')}</span>}
              <SendButton
                label={t(isNote ? 'composer.send.noteShort' : meanwhile.warned && meanwhile.arrived ? 'composer.send.anyway' : 'composer.send.replyShort')}
                note={isNote}
                disabled={!sendable}
                onSend={submit}
                onSolve={solve}
                onLater={isNote ? undefined : () => setAsksWhen(true)}
              />
            </MessageEditor>
          </Suspense>
        </>
      )}
      {asksWhen && <Suspense><LaterDialog planned={null} onClose={() => setAsksWhen(false)} onChoose={(later) => (setAsksWhen(false), submit(undefined, false, later))} /></Suspense>}
      {macros.overlays}
    </section>
  );
}
