import { Button, Chip, cx, IconButton, Menu, MenuItem, MenuSeparator, Select, type Choice } from '@ombud/ui';
import { isLanguage, languages, type Language } from '@ombud/i18n';
import { Archive, ArchiveRestore, ArrowDown, ArrowUp, ChevronRight, CornerDownRight, Ellipsis, IndentDecrease, IndentIncrease, Plus, Trash2 } from 'lucide-react';
import { useEffect, useRef, useState, type ClipboardEvent, type KeyboardEvent } from 'react';
import { useT } from '../../../lib/i18n.ts';
import { useLanguageName } from '../../../lib/language-choices.ts';
import { addAfter, addBelow, childrenOf, deepest, depthOf, edit, move, moveIn, moveOut, remove, setArchived, type Draft, type DraftOption, type Edited } from './options-draft.ts';

export interface OptionsEditorProps {
  draft: Draft;
  isTree: boolean;
  /** Of a tree */
  levels?: number;
  /** What they are called; options unless told */
  label?: string;
  addLabel?: string;
  error?: string;
  onChange(draft: Draft): void;
}

/** With more than these, branches begin folded. */
const mostUnfolded = 60;
const ownNames = 'own';

/** The options of a choice or a tree: a list of fields to type into, each with a menu; everything has a key as well. */
export function OptionsEditor({ draft, isTree, levels = deepest, label, addLabel, error, onChange }: OptionsEditorProps) {
  const t = useT();
  const title = label ?? t('fields.options');
  const languageName = useLanguageName();
  const list = useRef<HTMLDivElement>(null);
  const [language, setLanguage] = useState<Language | null>(null);
  const [open, setOpen] = useState(() => new Set(draft.length > mostUnfolded ? [] : draft.map(({ uid }) => uid)));
  const [focus, setFocus] = useState<number | null>(null);
  useEffect(() => {
    if (focus === null) return;
    list.current?.querySelector<HTMLElement>(`[data-option="${focus}"] input`)?.focus();
    setFocus(null);
  }, [focus, draft]);

  function unfold(uid: number, on = true) {
    setOpen((before) => {
      const next = new Set(before);
      if (on) next.add(uid);
      else next.delete(uid);
      return next;
    });
  }
  function take(edited: Edited | null) {
    if (!edited) return;
    const parent = edited.draft.find(({ uid }) => uid === edited.focus)?.parent;
    if (parent != null) unfold(parent);
    onChange(edited.draft);
    setFocus(edited.focus);
  }
  /** Moved: the row that had the focus keeps it. */
  function keep(next: Draft, uid: number) {
    const parent = next.find((option) => option.uid === uid)?.parent;
    if (parent != null) unfold(parent);
    onChange(next);
    setFocus(uid);
  }
  const rows = (parent: number | null, depth: number) =>
    childrenOf(draft, parent).map((option) => {
      const below = childrenOf(draft, option.uid);
      const isOpen = open.has(option.uid);
      return (
        <li key={option.uid}>
          <OptionRow
            option={option}
            draft={draft}
            isTree={isTree}
            levels={levels}
            depth={depth}
            language={language}
            folded={below.length > 0 ? !isOpen : null}
            onFold={(fold) => unfold(option.uid, !fold)}
            onChange={onChange}
            onTake={take}
            onKeep={keep}
          />
          {isOpen && below.length > 0 && <ul className="m-0 list-none p-0">{rows(option.uid, depth + 1)}</ul>}
        </li>
      );
    });
  const languageChoices: Choice[] = [{ value: ownNames, label: t('fields.options.own') }, ...languages.map((code) => ({ value: code, label: languageName(code) }))];

  return (
    <fieldset className="m-0 min-w-0 border-0 p-0">
      <legend className="sr-only">{title}</legend>
      <div className="mb-1 flex flex-wrap items-center justify-between gap-2">
        <span aria-hidden className="font-strong">{title}</span>
        <Select ariaLabel={t('fields.options.language')} value={language ?? ownNames} choices={languageChoices} onChange={(next) => setLanguage(isLanguage(next) ? next : null)} className="!w-auto max-w-52" />
      </div>
      <p className="m-0 mb-1.5 text-small text-muted">{t(isTree ? 'fields.options.treeHint' : 'fields.options.hint')}</p>
      <div ref={list} data-wrong={error ? true : undefined} className={cx('max-h-80 overflow-y-auto rounded-lg border p-1.5', error ? 'border-red' : 'border-line')}>
        <ul aria-label={title} className="m-0 list-none p-0">{rows(null, 0)}</ul>
        <Button tone="plain" icon={<Plus className="size-4" />} onClick={() => take(addAfter(draft, null))}>{addLabel ?? t('fields.options.add')}</Button>
      </div>
      {error && <p role="alert" className="m-0 mt-1 text-small text-red">{error}</p>}
    </fieldset>
  );
}

interface OptionRowProps {
  option: DraftOption;
  draft: Draft;
  isTree: boolean;
  levels: number;
  depth: number;
  /** Null: the names that stand where a language has none */
  language: Language | null;
  /** Null: nothing hangs on it */
  folded: boolean | null;
  onFold(fold: boolean): void;
  onChange(draft: Draft): void;
  onTake(edited: Edited | null): void;
  onKeep(draft: Draft, uid: number): void;
}

function OptionRow({ option, draft, isTree, levels, depth, language, folded, onFold, onChange, onTake, onKeep }: OptionRowProps) {
  const t = useT();
  const { uid } = option;
  const mayGrow = depthOf(draft, uid) < levels;
  const name = option.label || t('fields.options.unnamed');
  const moves: Record<string, () => void> = {
    ArrowUp: () => onKeep(move(draft, uid, -1), uid),
    ArrowDown: () => onKeep(move(draft, uid, 1), uid),
    ...(isTree && { ArrowRight: () => onKeep(moveIn(draft, uid, levels), uid), ArrowLeft: () => onKeep(moveOut(draft, uid), uid) }),
  };
  function onKeyDown(event: KeyboardEvent) {
    const act = event.altKey ? moves[event.key] : undefined;
    if (act) {
      event.preventDefault();
      act();
    } else if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      onTake(event.shiftKey && isTree ? addBelow(draft, uid, levels) : addAfter(draft, uid));
    } else if (event.key === 'Backspace' && option.key === null && option.label === '' && draft.length > 1) {
      event.preventDefault();
      const siblings = draft.filter(({ parent }) => parent === option.parent);
      const above = siblings[siblings.findIndex((each) => each.uid === uid) - 1]?.uid ?? option.parent;
      const rest = remove(draft, uid);
      if (above === null) onChange(rest);
      else onKeep(rest, above);
    }
  }
  /** Several lines become several options. */
  function onPaste(event: ClipboardEvent) {
    const lines = event.clipboardData.getData('text/plain').split(/\r?\n/).map((line) => line.trim().slice(0, 100)).filter(Boolean);
    if (lines.length < 2 || language !== null) return;
    event.preventDefault();
    const [first = '', ...others] = lines;
    onTake(option.label === '' ? addAfter(edit(draft, uid, { label: first }), uid, others) : addAfter(draft, uid, lines));
  }
  return (
    <div data-option={uid} style={{ paddingLeft: `${depth * 1.125}rem` }} className="group/option flex items-center gap-1">
      {isTree && (
        folded === null ? <span className="w-6 shrink-0" /> : (
          <button type="button" aria-label={t(folded ? 'fields.options.unfold' : 'fields.options.fold', { name })} aria-expanded={!folded} onClick={() => onFold(!folded)} className="grid size-6 shrink-0 place-items-center rounded-sm text-faint hover:text-text">
            <ChevronRight aria-hidden className={cx('size-4 transition-transform', !folded && 'rotate-90')} />
          </button>
        )
      )}
      <input
        aria-label={t('fields.options.name', { name })}
        value={language === null ? option.label : (option.labels[language] ?? '')}
        placeholder={language === null ? t('fields.options.placeholder') : option.label}
        maxLength={100}
        autoComplete="off"
        onChange={({ currentTarget: { value } }) => onChange(edit(draft, uid, language === null ? { label: value } : { labels: { ...option.labels, [language]: value } }))}
        onKeyDown={onKeyDown}
        onPaste={onPaste}
        className={cx('h-8 min-w-0 flex-1 rounded-md border border-transparent bg-transparent px-2 hover:border-line focus:border-accent focus:bg-pane focus:outline-2 focus:outline-offset-[-1px] focus:outline-focus coarse:h-11', option.archived && 'text-faint line-through')}
      />
      {option.archived && <Chip>{t('settings.archived')}</Chip>}
      <Menu align="end" trigger={<IconButton label={t('settings.actionsFor', { name })} icon={<Ellipsis />} />}>
        {isTree && mayGrow && <MenuItem icon={<CornerDownRight />} keys="shift+enter" onSelect={() => onTake(addBelow(draft, uid, levels))}>{t('fields.options.addBelow')}</MenuItem>}
        <MenuItem icon={<ArrowUp />} keys="alt+up" onSelect={() => onKeep(move(draft, uid, -1), uid)}>{t('fields.moveUp')}</MenuItem>
        <MenuItem icon={<ArrowDown />} keys="alt+down" onSelect={() => onKeep(move(draft, uid, 1), uid)}>{t('fields.moveDown')}</MenuItem>
        {isTree && <MenuItem icon={<IndentIncrease />} keys="alt+right" onSelect={() => onKeep(moveIn(draft, uid, levels), uid)}>{t('fields.options.in')}</MenuItem>}
        {isTree && <MenuItem icon={<IndentDecrease />} keys="alt+left" onSelect={() => onKeep(moveOut(draft, uid), uid)}>{t('fields.options.out')}</MenuItem>}
        <MenuSeparator />
        {option.key === null ? (
          <MenuItem icon={<Trash2 />} onSelect={() => onChange(remove(draft, uid))}>{t('fields.options.remove')}</MenuItem>
        ) : option.archived ? (
          <MenuItem icon={<ArchiveRestore />} onSelect={() => onChange(setArchived(draft, uid, false))}>{t('settings.restore')}</MenuItem>
        ) : (
          <MenuItem icon={<Archive />} onSelect={() => onChange(setArchived(draft, uid, true))}>{t('settings.archive')}</MenuItem>
        )}
      </Menu>
    </div>
  );
}
