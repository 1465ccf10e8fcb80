import { Button, Chip, cx, Kbd } from '@ombud/ui';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Reply, StickyNote, UserRound, Zap } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useT } from '../../../../lib/i18n.ts';
import { useLanguageName } from '../../../../lib/language-choices.ts';
import { problemText } from '../../../../lib/problem.ts';
import { useChangeWords } from '../../macros/change-words.ts';
import { macrosOptions } from '../../macros/macro-queries.ts';
import { partsOf } from '../../macros/pending-changes.ts';
import type { Macro } from '../../macros/types.ts';
import type { MessageKind } from '../../store/types.ts';
import { RichText } from '../../thread/rich-text.tsx';
import type { MacroSearch } from './use-macro-search.ts';

export interface MacroResultsProps {
  id: string;
  search: MacroSearch;
  active: number;
  /** In which language its text is shown, where the person has chosen one */
  language: string | null;
  place: MessageKind;
  onActive(index: number): void;
  onLanguage(language: string): void;
  onTake(macro: Macro, language: string | null): void;
  className?: string;
}

/** What was found, and beside it what the marked one says and does: seen before it is done. */
export function MacroResults({ id, search, active, language, place, onActive, onLanguage, onTake, className }: MacroResultsProps) {
  const t = useT();
  const { isPending } = useQuery(macrosOptions);
  const list = useRef<HTMLUListElement>(null);
  const words = useChangeWords();
  const { found } = search;
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [active, found]);
  const marked = found[active];

  return (
    <div className={cx('flex min-h-0 max-sm:flex-col', className)}>
      <ul ref={list} id={id} role="listbox" aria-label={t('macros.title')} className="m-0 min-h-0 shrink-0 list-none overflow-y-auto overscroll-contain p-1.5 max-sm:max-h-[34%] sm:w-72 sm:border-r sm:border-line-soft">
        {found.map((macro, index) => (
          <li
            key={macro.id}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === active}
            // The text keeps its caret.
            onPointerDown={(event) => event.preventDefault()}
            onPointerMove={(event) => event.pointerType === 'mouse' && index !== active && onActive(index)}
            onClick={(event) => {
              // A finger has not seen it before: the first press shows it.
              if (index !== active || (event.nativeEvent as PointerEvent).pointerType === 'touch') onActive(index);
              else onTake(macro, language);
            }}
            className={cx('flex min-h-9 cursor-default items-center gap-2 rounded-md px-2 py-1 select-none coarse:min-h-11', index === active && 'bg-pressed')}
          >
            <MacroIcon macro={macro} />
            <span className="min-w-0 flex-1">
              <span className="block truncate">{macro.name}</span>
              <span className="block truncate text-small text-faint">{search.lineOf(macro) ?? partsOf(macro.actions).map(words).join(' · ')}</span>
            </span>
          </li>
        ))}
      </ul>
      <div data-macro-preview className="flex min-h-0 min-w-0 flex-1 flex-col">
        {marked ? (
          <Preview macro={marked} search={search} language={language} place={place} onLanguage={onLanguage} onTake={onTake} />
        ) : (
          <p className="px-4 py-3 text-muted">
            {search.error ? problemText(search.error) : isPending ? t('common.loading') : search.count === 0 ? t('macros.none') : t('macros.noneFits')}
            {!isPending && search.count === 0 && !search.error && <> <Link to="/settings/macros" className="text-accent-text underline underline-offset-2">{t('macros.make')}</Link></>}
          </p>
        )}
      </div>
      <span role="status" className="sr-only">{found.length > 0 ? t('macros.found', { count: found.length, name: marked?.name ?? '' }) : t('macros.noneFits')}</span>
    </div>
  );
}

function MacroIcon({ macro }: { macro: Macro }) {
  const t = useT();
  const Icon = macro.texts.length === 0 ? Zap : macro.message === 'note' ? StickyNote : macro.shared ? Reply : UserRound;
  const meaning = macro.texts.length === 0 ? t('macros.onlyActs') : macro.message === 'note' ? t('macros.asNote') : macro.shared ? t('macros.shared') : t('macros.own');
  return <Icon aria-label={meaning} className="size-4 shrink-0 text-muted" />;
}

function Preview({ macro, search, language, place, onLanguage, onTake }: { macro: Macro; search: MacroSearch; language: string | null; place: MessageKind } & Pick<MacroResultsProps, 'onLanguage' | 'onTake'>) {
  const t = useT();
  const words = useChangeWords();
  const languageName = useLanguageName();
  const filled = search.fill(macro, language);
  const parts = partsOf(macro.actions);
  const changesPlace = macro.texts.length > 0 && macro.message !== null && macro.message !== place;
  return (
    <>
      <div className="min-h-0 flex-1 overflow-y-auto px-4 py-3">
        <p className="flex items-baseline gap-2">
          <span className="min-w-0 flex-1 truncate font-strong">{macro.name}</span>
          <span className="shrink-0 text-small text-faint">{t('macros.used', { count: macro.used.count })}</span>
        </p>
        {macro.texts.length > 1 && (
          <div role="group" aria-label={t('settings.language')} className="mt-1.5 flex flex-wrap items-center gap-1">
            {macro.texts.map((text) => {
              const on = filled?.text.language === text.language;
              return (
                <button key={text.language} type="button" aria-pressed={on} onPointerDown={(event) => event.preventDefault()} onClick={() => onLanguage(text.language)} className={cx('min-h-target rounded-[5px] px-1.5 text-small', on ? 'bg-accent-soft text-accent-text' : 'text-muted hover:bg-hover')}>
                  {languageName(text.language)}
                </button>
              );
            })}
            <Kbd keys="right" className="ml-1 coarse:hidden" />
          </div>
        )}
        {filled === undefined && search.error ? <p role="alert" className="mt-2 text-red">{problemText(search.error)}</p> : null}
        {filled && (
          <>
            <p className="mt-1 text-small text-faint">{t('macros.inLanguage', { language: languageName(filled.text.language), whose: search.languages[0] === filled.text.language ? 'customer' : search.languages[1] === filled.text.language ? 'brand' : 'other' })}</p>
            <div className="mt-2"><RichText html={filled.html} /></div>
            {filled.empty.length > 0 && <p className="mt-2 text-small text-amber">{t('macros.emptyHere', { names: filled.empty.map((name) => `{{${name}}}`).join(', '), count: filled.empty.length })}</p>}
          </>
        )}
        {parts.length > 0 && (
          <div className="mt-3">
            <p className="text-small text-faint">{t(macro.texts.length > 0 ? 'macros.doesWithSend' : 'macros.doesAtOnce')}</p>
            <ul className="m-0 mt-1 flex list-none flex-wrap gap-1 p-0">
              {parts.map((part) =>
                // What is written and promised is read whole before it is.
                part.what === 'note' || part.what === 'promise' || part.what === 'escalate' ? (
                  <li key={part.key} className="w-full rounded-[5px] bg-hover px-1.5 py-0.5 text-small whitespace-pre-line [overflow-wrap:anywhere]">{words(part)}</li>
                ) : (
                  <li key={part.key} className="max-w-full min-w-0"><Chip title={words(part)}>{words(part)}</Chip></li>
                ),
              )}
            </ul>
          </div>
        )}
        {parts.some(({ what }) => what === 'webhook') && <p className="mt-2 text-small text-muted">{t(macro.texts.length > 0 && (macro.message ?? place) === 'public' ? 'macros.webhookWithSend' : 'macros.webhookStays')}</p>}
        {changesPlace && <p className="mt-2 text-small text-muted">{t(macro.message === 'note' ? 'macros.goesToNote' : 'macros.goesToReply')}</p>}
      </div>
      <div className="flex shrink-0 items-center justify-end gap-2 border-t border-line-soft px-3 py-2">
        <Button tone="primary" keys="enter" disabled={filled === undefined} onPointerDown={(event) => event.preventDefault()} onClick={() => onTake(macro, language)}>
          {t(macro.texts.length > 0 ? 'macros.insert' : 'macros.apply')}
        </Button>
      </div>
    </>
  );
}
