import { cx, SearchField } from '@ombud/ui';
import { useNavigate } from '@tanstack/react-router';
import { Search } from 'lucide-react';
import { useId, useState, type KeyboardEvent } from 'react';
import { useT } from '../../../lib/i18n.ts';
import { useMe } from '../../../lib/session.ts';
import { findSettings, type FoundSetting } from './find-settings.ts';
import { revealSetting } from './reveal-setting.ts';

/** Looks for a setting by what it is called or by what it does, and leads to the field itself. */
export function SettingsSearch({ typed, onTyped }: { typed: string; onTyped(typed: string): void }) {
  const t = useT();
  const navigate = useNavigate();
  const { permissions } = useMe();
  const listId = useId();
  const [at, setAt] = useState(0);
  const found = findSettings(t, permissions, typed);
  const chosen = Math.min(at, found.length - 1);

  function go(setting: FoundSetting | undefined) {
    if (!setting) return;
    onTyped('');
    void navigate({ to: setting.to }).then(() => setting.label !== setting.page && revealSetting(setting.label));
  }

  function onKeyDown(event: KeyboardEvent) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && found.length > 0) {
      event.preventDefault();
      setAt((chosen + step + found.length) % found.length);
    } else if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      event.preventDefault();
      go(found[chosen]);
    } else if (event.key === 'Escape' && typed !== '') {
      event.stopPropagation();
      onTyped('');
    }
  }

  return (
    <search className="block px-2 pb-2">
      <SearchField
        label={t('around.settings.search')}
        icon={<Search />}
        placeholder={t('around.settings.search')}
        value={typed}
        onValueChange={(next) => {
          onTyped(next);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
        role="combobox"
        aria-expanded={typed !== ''}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={found[chosen] && `${listId}-${chosen}`}
      />
      {typed.trim() !== '' && (
        <ul id={listId} role="listbox" aria-label={t('around.settings.found')} className="mt-2 max-desk:max-h-[50dvh] max-desk:overflow-y-auto">
          {found.map((setting, index) => (
            <li
              key={`${setting.to} ${setting.label}`}
              id={`${listId}-${index}`}
              role="option"
              aria-selected={index === chosen}
              onPointerMove={() => setAt(index)}
              onClick={() => go(setting)}
              className={cx('cursor-default rounded-md px-2 py-1.5', index === chosen && 'bg-pressed')}
            >
              <span className="block truncate">{setting.label}</span>
              {setting.label !== setting.page && <span className="block truncate text-small text-muted">{setting.page}</span>}
            </li>
          ))}
        </ul>
      )}
      <p role="status" className={found.length === 0 && typed.trim() !== '' ? 'px-2 py-1 text-small text-muted' : 'sr-only'}>
        {typed.trim() === '' ? '' : t('around.settings.count', { count: found.length })}
      </p>
    </search>
  );
}
