import { Dialog, Kbd } from '@ombud/ui';
import { useSyncExternalStore } from 'react';
import { useT } from '../i18n.ts';
import { activeKeys, commandGroups, commandStore, listCommands } from './registry.ts';

/** Every key that works on the screen behind it. */
export function KeysSheet({ open, onOpenChange }: { open: boolean; onOpenChange(open: boolean): void }) {
  const t = useT();
  useSyncExternalStore(commandStore.subscribe, commandStore.get);
  const commands = listCommands().filter((command) => activeKeys(command).length > 0);
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={t('keys.title')} width="wide" readOnly>
      <div className="gap-x-10 sm:columns-2">
        {commandGroups.map((group) => {
          const rows = commands.filter((command) => command.group === group);
          if (rows.length === 0) return null;
          return (
            <section key={group} className="mb-5 break-inside-avoid">
              <h3 className="mb-1 text-small text-faint">{t(`keys.group.${group}`)}</h3>
              {rows.some(({ id }) => id === 'list.select') && <p className="mb-1 text-small text-muted">{t('bulk.keys.rule')}</p>}
              <dl>
                {rows.map((command) => (
                  <div key={command.id} className="flex min-h-7 items-center justify-between gap-4">
                    <dt className="min-w-0">{t(command.label, command.values)}</dt>
                    <dd className="flex shrink-0 gap-2">
                      {activeKeys(command).map((combo) => (
                        <Kbd key={combo} keys={combo} />
                      ))}
                    </dd>
                  </div>
                ))}
              </dl>
            </section>
          );
        })}
      </div>
    </Dialog>
  );
}
