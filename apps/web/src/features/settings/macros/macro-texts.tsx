import { Button, IconButton, Menu, MenuItem, SkeletonLines, Tabs } from '@ombud/ui';
import { Braces, Plus, Trash2 } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useT } from '../../../lib/i18n.ts';
import { useLanguageChoices, useLanguageName } from '../../../lib/language-choices.ts';
import { insertAtCaret, insertAtEnd } from '../../tickets/composer/macros/open-editor.ts';
import { placeholders } from '../../tickets/macros/index.ts';
import type { MacroDraft } from './macro-draft.ts';

const MessageEditor = lazy(() => import('../../tickets/composer/editor.tsx').then((module) => ({ default: module.MessageEditor })));

/** What it says, language by language, in the same writing field as on a ticket. */
export function MacroTexts({ texts, error, onChange }: { texts: MacroDraft['texts']; error?: string; onChange(texts: MacroDraft['texts']): void }) {
  const t = useT();
  const nameOf = useLanguageName();
  const choices = useLanguageChoices();
  const [chosen, setChosen] = useState(texts[0]?.language ?? 'en');
  const shown = texts.find(({ language }) => language === chosen) ?? texts[0];
  if (!shown) return null;
  const { language } = shown;

  const add = (code: string) => {
    onChange([...texts, { language: code, html: '' }]);
    setChosen(code);
  };
  const remove = () => {
    onChange(texts.filter((text) => text !== shown));
    setChosen(texts.find((text) => text !== shown)?.language ?? language);
  };

  return (
    <section aria-label={t('macros.texts')} className="flex min-w-0 flex-col gap-1">
      <p className="font-strong">{t('macros.texts')}</p>
      <p className="-mt-0.5 mb-0.5 max-w-prose text-small text-muted">{t('macros.texts.hint')}</p>
      <Tabs
        label={t('settings.language')}
        value={language}
        tabs={texts.map((text) => ({ value: text.language, label: nameOf(text.language) }))}
        onChange={setChosen}
        aside={
          <Menu trigger={<Button tone="plain" icon={<Plus className="size-4" />} className="px-2">{t('macros.addLanguage')}</Button>}>
            {choices
              .filter(({ value }) => !texts.some((text) => text.language === value))
              .map(({ value, label }) => (
                <MenuItem key={value} onSelect={() => add(value)}>{label}</MenuItem>
              ))}
          </Menu>
        }
      />
      <div lang={language} data-wrong={error ? true : undefined} className="flex min-h-40 flex-col rounded-md border border-field-line bg-pane focus-within:border-accent focus-within:outline-2 focus-within:outline-offset-[-1px] focus-within:outline-focus data-[wrong]:border-red">
        <Suspense fallback={<SkeletonLines className="p-3" />}>
          <MessageEditor
            key={language}
            html={shown.html}
            version={0}
            label={t('macros.textIn', { language: nameOf(language) })}
            placeholder={t('macros.textPlaceholder')}
            autoFocus={false}
            focusWish={0}
            onChange={(html) => onChange(texts.map((text) => (text.language === language ? { ...text, html } : text)))}
            onPictures={(pictures) => pictures.forEach(({ settle }) => settle(null))}
            onFiles={() => undefined}
            files={null}
          >
            <Menu trigger={<Button tone="plain" icon={<Braces aria-hidden className="size-4" />} className="px-2">{t('macros.placeholder')}</Button>}>
              {placeholders.map((name) => (
                <MenuItem key={name} onSelect={() => insertLater(`{{${name}}}`)}>{t(`macros.placeholder.${name}`)}</MenuItem>
              ))}
            </Menu>
            <span className="flex-1" />
            {texts.length > 1 && <IconButton label={t('macros.removeLanguage', { language: nameOf(language) })} icon={<Trash2 />} onClick={remove} />}
          </MessageEditor>
        </Suspense>
      </div>
      {error && <p role="alert" className="text-small text-red">{error}</p>}
    </section>
  );
}

/** After the menu has given the focus back. */
function insertLater(text: string): void {
  requestAnimationFrame(() => insertAtCaret(text) || insertAtEnd(text));
}
