import { Button, IconButton, Kbd, Switch } from '@ombud/ui';
import { Pencil, RotateCcw, X } from 'lucide-react';
import { useMemo, useState, useSyncExternalStore } from 'react';
import { knownCommands } from 'virtual:known-commands';
import { useT } from '../../../lib/i18n.ts';
import { commandGroups, commandStore, keysOf, listCommands, ownKeys } from '../../../lib/keys/index.ts';
import { isSingleKey } from '../../../lib/keys/combo.ts';
import { useChangeMe, useMe } from '../../../lib/session.ts';
import { useStore } from '../../../lib/store.ts';
import { offerUndo } from '../../../lib/undo.ts';
import { SettingsPage, Section } from '../parts/page.tsx';
import { CaptureDialog } from './capture-dialog.tsx';
import { withKeys, type KeyCommand } from './clashes.ts';

/** Every key of the app: given anew, switched off, put back. */
export function KeyboardPage() {
  const t = useT();
  const { preferences } = useMe();
  const own = useStore(ownKeys);
  const change = useChangeMe();
  const all = useKeyCommands();
  const [capturing, setCapturing] = useState<KeyCommand | null>(null);

  function save(keys: Record<string, string[]>, undo: Readonly<Record<string, readonly string[]>>) {
    void change({ preferences: { keys } });
    offerUndo(t('around.keys.changed'), () => void change({ preferences: { keys: Object.fromEntries(Object.entries(undo).map(([id, combos]) => [id, [...combos]])) } }));
  }
  const give = (command: KeyCommand, keys: readonly string[]) => save(withKeys(all, own, command, keys), own);

  return (
    <SettingsPage
      title={t('around.keys.title')}
      lead={t('around.keys.lead')}
      action={
        Object.keys(own).length > 0 && (
          <Button icon={<RotateCcw aria-hidden className="size-4" />} onClick={() => save({}, own)}>
            {t('around.keys.resetAll')}
          </Button>
        )
      }
    >
      <Section title={t('around.keys.single')}>
        <Switch label={t('keys.singleKeys')} hint={t('keys.singleKeys.hint')} checked={preferences.single_keys} onCheckedChange={(single_keys) => void change({ preferences: { single_keys } })} />
      </Section>
      {commandGroups.map((group) => {
        const rows = all.filter((command) => command.group === group);
        if (rows.length === 0) return null;
        return (
          <Section key={group} title={t(`keys.group.${group}`)}>
            <ul className="divide-y divide-line-soft">
              {rows.map((command) => (
                <KeyRow key={command.id} command={command} singleOff={!preferences.single_keys} changed={Object.hasOwn(own, command.id)} onChange={() => setCapturing(command)} onGive={(keys) => give(command, keys)} />
              ))}
            </ul>
          </Section>
        );
      })}
      {capturing && (
        <CaptureDialog
          command={capturing}
          all={all}
          onClose={() => setCapturing(null)}
          onTake={(combo) => {
            give(capturing, [combo]);
            setCapturing(null);
          }}
        />
      )}
    </SettingsPage>
  );
}

interface KeyRowProps {
  command: KeyCommand;
  singleOff: boolean;
  changed: boolean;
  onChange(): void;
  onGive(keys: readonly string[]): void;
}

function KeyRow({ command, singleOff, changed, onChange, onGive }: KeyRowProps) {
  const t = useT();
  const name = t(command.label, command.values);
  const keys = keysOf(command);
  return (
    <li aria-label={name} className="flex min-h-10 flex-wrap items-center gap-x-3 py-1">
      <span className="min-w-0 flex-1 basis-40">
        {name}
        {changed && <span className="ml-2 text-small text-accent-text">{t('around.keys.own')}</span>}
      </span>
      <span className="flex flex-wrap items-center gap-2">
        {keys.length === 0 && <span className="text-small text-faint">{t('around.keys.off')}</span>}
        {keys.map((combo) => (
          <Kbd key={combo} keys={combo} className={singleOff && isSingleKey(combo) ? 'line-through opacity-55' : ''} />
        ))}
      </span>
      <span className="flex shrink-0">
        <IconButton label={t('around.keys.change', { command: name })} icon={<Pencil />} onClick={onChange} />
        {changed ? (
          <IconButton label={t('around.keys.reset', { command: name })} icon={<RotateCcw />} onClick={() => onGive(command.keys ?? [])} />
        ) : (
          <IconButton label={t('around.keys.switchOff', { command: name })} icon={<X />} onClick={() => onGive([])} />
        )}
      </span>
    </li>
  );
}

/** What the app has, and what is there only now (the places of the rail); in the order of the sheet of keys. */
function useKeyCommands(): KeyCommand[] {
  const registered = useSyncExternalStore(commandStore.subscribe, commandStore.get);
  return useMemo(() => {
    const now: KeyCommand[] = listCommands(registered).filter(({ keys = [] }) => keys.length > 0);
    return [...now, ...knownCommands.filter(({ id }) => !now.some((command) => command.id === id))];
  }, [registered]);
}
