import { IconButton, Menu, MenuItem } from '@ombud/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Bookmark, Settings2, Zap } from 'lucide-react';
import { lazy, Suspense, useEffect, useState, type ReactNode } from 'react';
import { useT } from '../../../../lib/i18n.ts';
import { useCommands } from '../../../../lib/keys/index.ts';
import { useMe } from '../../../../lib/session.ts';
import { useStore } from '../../../../lib/store.ts';
import { useTicketActions } from '../../actions/use-ticket-actions.ts';
import { macrosOptions, noteUses } from '../../macros/macro-queries.ts';
import { actionsFor, addChanges, patchOf } from '../../macros/pending-changes.ts';
import type { Macro } from '../../macros/types.ts';
import type { MessageKind, TicketDetail } from '../../store/types.ts';
import { isBlank } from '../draft-content.ts';
import type { DraftHandle } from '../use-draft.ts';
import { insertAtCaret, selectedHtml, takeOut } from './open-editor.ts';
import { PendingChips } from './pending-chips.tsx';
import { SignaturePreview } from './signature-preview.tsx';
import { createSlash, type SlashControl } from './slash-control.ts';
import type { Filled } from './use-macro-search.ts';

const MacroPicker = lazy(() => import('./macro-picker.tsx').then((module) => ({ default: module.MacroPicker })));
const SlashMenu = lazy(() => import('./slash-menu.tsx').then((module) => ({ default: module.SlashMenu })));
const SnippetDialog = lazy(() => import('./snippet-dialog.tsx').then((module) => ({ default: module.SnippetDialog })));

interface Options {
  ticket: TicketDetail;
  place: MessageKind;
  drafts: Record<MessageKind, DraftHandle>;
  /** Something is being written here */
  active: boolean;
  onPlace(place: MessageKind): void;
  onOpen(open: boolean): void;
}

/** Macros in the composer: the key, the slash, the button, what will be done along with the send, and the signature. */
export function useComposerMacros({ ticket, place, drafts, active, onPlace, onOpen }: Options): { slash: SlashControl; button: ReactNode; below: ReactNode; overlays: ReactNode } {
  const t = useT();
  const client = useQueryClient();
  const navigate = useNavigate();
  const me = useMe().agent;
  const { change } = useTicketActions();
  const [picking, setPicking] = useState(false);
  const [selected, setSelected] = useState('');
  const [snippet, setSnippet] = useState<string | null>(null);
  const [slash] = useState(createSlash);
  const typing = useStore(slash.store) !== null;
  const draft = drafts[place];

  useEffect(() => {
    if (active) void client.prefetchQuery(macrosOptions);
  }, [active, client]);

  useCommands([{ id: 'ticket.macro', label: 'macros.use', group: 'ticket', icon: <Zap />, keys: ['m'], leadsToField: true, run: () => setPicking(true) }], place);

  /** Puts the text where it belongs and keeps what is to be done until it is sent; what has no text is done at once. */
  function take(macro: Macro, filled: Filled | null, range?: { from: number; to: number }) {
    const changes = actionsFor(macro.actions, me.id);
    if (!filled) {
      if (range) takeOut(range);
      const patch = patchOf(changes);
      if (patch) void change(ticket, { ...patch, macros: [macro.id] }, { told: { key: 'macros.applied', values: { name: macro.name, number: `#${ticket.number}` } }, onDone: () => noteUses(client, [macro.id]) });
      return;
    }
    const target = macro.message ?? place;
    const handle = drafts[target];
    const along = { changes: addChanges(handle.content.changes, changes), macros: [...new Set([...handle.content.macros, macro.id])].slice(-20) };
    if (target !== place && range) takeOut(range);
    if (target === place && insertAtCaret(filled.html, range)) handle.edit(along);
    else handle.replace({ ...handle.content, html: isBlank(handle.content.html) ? filled.html : handle.content.html + filled.html, ...along });
    onPlace(target);
    onOpen(true);
  }

  function applyNow() {
    const { changes, macros } = draft.content;
    const patch = patchOf(changes);
    const onDone = () => {
      draft.edit({ changes: {}, macros: [] });
      noteUses(client, macros);
    };
    if (patch) void change(ticket, { ...patch, macros }, { told: { key: 'macros.appliedAlone', values: { number: `#${ticket.number}` } }, onDone });
  }

  return {
    slash,
    button: (
      <Menu side="top" onOpenChange={(open) => open && setSelected(selectedHtml())} trigger={<IconButton label={t('macros.title')} side="top" icon={<Zap />} />}>
        <MenuItem icon={<Zap />} keys="m" onSelect={() => setPicking(true)}>{t('macros.use')}</MenuItem>
        <MenuItem icon={<Bookmark />} disabled={selected === ''} onSelect={() => setSnippet(selected)}>{t('macros.snippet.save')}</MenuItem>
        <MenuItem icon={<Settings2 />} onSelect={() => void navigate({ to: '/settings/macros' })}>{t('macros.manage')}</MenuItem>
      </Menu>
    ),
    below: (
      <>
        {place === 'public' && active && <SignaturePreview number={ticket.number} />}
        <PendingChips changes={draft.content.changes} alone={isBlank(draft.content.html)} onChange={(changes) => draft.edit({ changes })} onApply={applyNow} />
      </>
    ),
    overlays: (
      <Suspense>
        {typing && <SlashMenu control={slash} ticket={ticket} place={place} onTake={take} />}
        {picking && <MacroPicker ticket={ticket} place={place} onTake={take} onClose={() => setPicking(false)} />}
        {snippet !== null && <SnippetDialog html={snippet} language={ticket.language ?? me.language} onClose={() => setSnippet(null)} />}
      </Suspense>
    ),
  };
}
