import { Combobox as BaseCombobox } from '@base-ui/react/combobox';
import { Check, ChevronDown, X } from 'lucide-react';
import { useRef } from 'react';
import { cx } from './cx.ts';
import { controlClasses } from './control-classes.ts';
import { itemClasses, popupClasses } from './menu.tsx';
import type { Choice } from './select.tsx';
import { useUiTexts } from './ui-provider.tsx';

interface SharedProps {
  choices: readonly Choice[];
  /** Called as the person types; give it when the server searches, then `choices` is taken as it comes */
  onSearch?(text: string): void;
  placeholder?: string;
  ariaLabel?: string;
  disabled?: boolean;
  className?: string;
  /** A choice can be taken away; true unless told */
  clearable?: boolean;
}

/** Choose one of many by typing. In a Field it takes the Field's label. */
export function Combobox({ value, onChange, choices, onSearch, placeholder, ariaLabel, disabled, className, clearable = true }: SharedProps & { value: Choice | null; onChange(value: Choice | null): void }) {
  const texts = useUiTexts();
  const typing = useRef({ open: false, typed: false });
  return (
    <BaseCombobox.Root
      items={choices}
      value={value}
      disabled={disabled}
      autoHighlight
      filter={onSearch ? null : undefined}
      isItemEqualToValue={sameChoice}
      onValueChange={(next) => onChange(next)}
      onOpenChange={(open) => void (typing.current.open = open)}
      onInputValueChange={(text, details) => {
        // Choices that come late, or the chosen one under its name, are no reason to take away what somebody is typing.
        if (details.reason === 'none' && typing.current.open && typing.current.typed) return details.cancel();
        typing.current.typed = details.reason === 'input-change';
        onSearch?.(text);
      }}
    >
      <BaseCombobox.InputGroup className={cx('relative', className)}>
        <BaseCombobox.Input placeholder={placeholder} aria-label={ariaLabel} className={cx(controlClasses, 'h-control pr-14')} />
        <span className="absolute inset-y-0 right-1 flex items-center">
          {clearable && (
            <BaseCombobox.Clear aria-label={texts.clear} className="grid size-6 place-items-center rounded-sm text-faint hover:text-text">
              <X className="size-3.5" />
            </BaseCombobox.Clear>
          )}
          <BaseCombobox.Trigger aria-label={texts.open} className="grid size-6 place-items-center rounded-sm text-faint hover:text-text">
            <ChevronDown className="size-4" />
          </BaseCombobox.Trigger>
        </span>
      </BaseCombobox.InputGroup>
      <ChoiceList />
    </BaseCombobox.Root>
  );
}

/** Choose several; the chosen ones stand as chips in front of the text. */
export function MultiCombobox({ value, onChange, choices, onSearch, placeholder, ariaLabel, disabled, className }: SharedProps & { value: readonly Choice[]; onChange(value: Choice[]): void }) {
  const texts = useUiTexts();
  return (
    <BaseCombobox.Root
      multiple
      items={choices}
      value={value}
      disabled={disabled}
      autoHighlight
      filter={onSearch ? null : undefined}
      isItemEqualToValue={sameChoice}
      onValueChange={(next) => onChange([...next])}
      onInputValueChange={(text) => onSearch?.(text)}
    >
      <BaseCombobox.InputGroup
        className={cx('flex min-h-control w-full flex-wrap items-center gap-1 rounded-md border border-field-line bg-pane px-1.5 py-0.5 hover:border-muted focus-within:border-accent focus-within:outline-2 focus-within:outline-offset-[-1px] focus-within:outline-focus', className)}
      >
        <BaseCombobox.Chips className="contents">
          {value.map((choice) => (
            <BaseCombobox.Chip key={choice.value} aria-label={choice.label} className="inline-flex h-6 max-w-full items-center gap-1 rounded-sm bg-chip pl-2 text-small outline-none data-[highlighted]:bg-accent-soft focus-visible:bg-accent-soft">
              <span className="truncate">{choice.label}</span>
              <BaseCombobox.ChipRemove aria-label={`${texts.clear}: ${choice.label}`} className="grid size-6 place-items-center rounded-sm text-faint hover:text-text">
                <X className="size-3" />
              </BaseCombobox.ChipRemove>
            </BaseCombobox.Chip>
          ))}
          <BaseCombobox.Input placeholder={value.length === 0 ? placeholder : ''} aria-label={ariaLabel} className="h-6 min-w-24 flex-1 bg-transparent px-1 text-body outline-none" />
        </BaseCombobox.Chips>
      </BaseCombobox.InputGroup>
      <ChoiceList />
    </BaseCombobox.Root>
  );
}

const sameChoice = (one: Choice, other: Choice) => one.value === other.value;

function ChoiceList() {
  const texts = useUiTexts();
  return (
    <BaseCombobox.Portal>
      <BaseCombobox.Positioner sideOffset={4} collisionPadding={8} className="z-40 outline-none">
        <BaseCombobox.Popup className={cx(popupClasses, 'w-[var(--anchor-width)] min-w-48 p-0')}>
          <BaseCombobox.Empty>
            <div className="px-3 py-2 text-muted">{texts.noMatches}</div>
          </BaseCombobox.Empty>
          <BaseCombobox.List className="max-h-[min(20rem,var(--available-height))] scroll-py-1 overflow-y-auto p-1 data-[empty]:p-0">
            {(choice: Choice) => (
              <BaseCombobox.Item key={choice.value} value={choice} className={itemClasses}>
                {choice.icon}
                <span className="min-w-0 flex-1 py-1">
                  <span className="block truncate">{choice.label}</span>
                  {choice.hint && <span className="block truncate text-small text-faint">{choice.hint}</span>}
                </span>
                <BaseCombobox.ItemIndicator>
                  <Check />
                </BaseCombobox.ItemIndicator>
              </BaseCombobox.Item>
            )}
          </BaseCombobox.List>
        </BaseCombobox.Popup>
      </BaseCombobox.Positioner>
    </BaseCombobox.Portal>
  );
}
