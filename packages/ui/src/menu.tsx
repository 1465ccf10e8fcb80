import { Menu as BaseMenu } from '@base-ui/react/menu';
import { Check, ChevronRight } from 'lucide-react';
import { useId, type ReactElement, type ReactNode } from 'react';
import { cx } from './cx.ts';
import { ariaKeys, Kbd } from './kbd.tsx';
import { useShownKeys } from './ui-provider.tsx';

export const popupClasses =
  'appear max-h-[var(--available-height)] origin-[var(--transform-origin)] overflow-y-auto overscroll-contain rounded-lg bg-raised p-1 text-text shadow-float outline-none';

export const itemClasses =
  'flex min-h-control cursor-default select-none items-center gap-2 rounded-md px-2 outline-none data-[highlighted]:bg-pressed data-[disabled]:opacity-55 [&_svg]:size-4 [&_svg]:shrink-0 [&_svg]:text-muted';

/**
 * What opens over the page lies outside of its landmarks: where it goes is one of its own, named as what opens it. So whoever
 * moves by landmarks does not lose it.
 */
export function inLandmark(labelledBy: string) {
  return { role: 'region', 'aria-labelledby': labelledBy } as const;
}

export interface MenuProps {
  /** The button that opens it */
  trigger: ReactElement;
  align?: 'start' | 'center' | 'end';
  side?: 'top' | 'bottom' | 'left' | 'right';
  children: ReactNode;
  open?: boolean;
  defaultOpen?: boolean;
  onOpenChange?(open: boolean): void;
}

export function Menu({ trigger, align = 'start', side = 'bottom', children, open, defaultOpen, onOpenChange }: MenuProps) {
  const id = useId();
  return (
    <BaseMenu.Root open={open} defaultOpen={defaultOpen} onOpenChange={(next) => onOpenChange?.(next)}>
      <BaseMenu.Trigger id={id} render={trigger} />
      <BaseMenu.Portal {...inLandmark(id)}>
        <BaseMenu.Positioner align={align} side={side} sideOffset={4} collisionPadding={8} className="z-40 outline-none">
          <BaseMenu.Popup className={cx(popupClasses, 'min-w-44')}>{children}</BaseMenu.Popup>
        </BaseMenu.Positioner>
      </BaseMenu.Portal>
    </BaseMenu.Root>
  );
}

export interface MenuItemProps {
  icon?: ReactNode;
  keys?: string;
  danger?: boolean;
  disabled?: boolean;
  onSelect(): void;
  children: ReactNode;
}

export function MenuItem({ icon, keys: given, danger, disabled, onSelect, children }: MenuItemProps) {
  const keys = useShownKeys(given);
  return (
    <BaseMenu.Item
      disabled={disabled}
      onClick={onSelect}
      aria-keyshortcuts={keys && ariaKeys(keys)}
      className={cx(itemClasses, danger && 'text-red [&_svg]:text-red')}
    >
      {icon}
      <span className="min-w-0 flex-1 truncate">{children}</span>
      {keys && <Kbd keys={keys} className="pl-4 coarse:hidden" />}
    </BaseMenu.Item>
  );
}

export function MenuLabel({ children }: { children: ReactNode }) {
  return <div className="px-2 pt-2 pb-1 text-small text-faint">{children}</div>;
}

export function MenuSeparator() {
  return <BaseMenu.Separator className="-mx-1 my-1 h-px bg-line-soft" />;
}

export interface MenuChoice<Value extends string> {
  value: Value;
  label: ReactNode;
  icon?: ReactNode;
}

/** One of several, with a tick at the one that counts. */
export function MenuChoices<Value extends string>({ label, value, choices, onChange }: { label: string; value: Value; choices: readonly MenuChoice<Value>[]; onChange(value: Value): void }) {
  return (
    <BaseMenu.Group>
      <BaseMenu.GroupLabel className="px-2 pt-2 pb-1 text-small text-faint">{label}</BaseMenu.GroupLabel>
      <BaseMenu.RadioGroup value={value} onValueChange={(next) => onChange(next as Value /* one of the choices below */)}>
        {choices.map((choice) => (
          <BaseMenu.RadioItem key={choice.value} value={choice.value} closeOnClick className={itemClasses}>
            {choice.icon}
            <span className="min-w-0 flex-1 truncate">{choice.label}</span>
            <BaseMenu.RadioItemIndicator>
              <Check />
            </BaseMenu.RadioItemIndicator>
          </BaseMenu.RadioItem>
        ))}
      </BaseMenu.RadioGroup>
    </BaseMenu.Group>
  );
}

/** Several of several: each with a tick of its own, and the menu stays open. */
export function MenuTicks({ label, choices, ticked, most, onChange }: { label: string; choices: readonly { value: string; label: ReactNode }[]; ticked: readonly string[]; most: number; onChange(ticked: string[]): void }) {
  return (
    <BaseMenu.Group>
      <BaseMenu.GroupLabel className="px-2 pt-2 pb-1 text-small text-faint">{label}</BaseMenu.GroupLabel>
      {choices.map(({ value, label: words }) => {
        const on = ticked.includes(value);
        return (
          <BaseMenu.CheckboxItem key={value} checked={on} disabled={!on && ticked.length >= most} closeOnClick={false} onCheckedChange={(next) => onChange(next ? [...ticked, value] : ticked.filter((each) => each !== value))} className={itemClasses}>
            <span className="min-w-0 flex-1 truncate">{words}</span>
            <BaseMenu.CheckboxItemIndicator>
              <Check />
            </BaseMenu.CheckboxItemIndicator>
          </BaseMenu.CheckboxItem>
        );
      })}
    </BaseMenu.Group>
  );
}

export function SubMenu({ icon, label, children }: { icon?: ReactNode; label: ReactNode; children: ReactNode }) {
  const id = useId();
  return (
    <BaseMenu.SubmenuRoot>
      <BaseMenu.SubmenuTrigger id={id} className={cx(itemClasses, 'data-[popup-open]:bg-pressed')}>
        {icon}
        <span className="min-w-0 flex-1 truncate">{label}</span>
        <ChevronRight />
      </BaseMenu.SubmenuTrigger>
      <BaseMenu.Portal {...inLandmark(id)}>
        <BaseMenu.Positioner sideOffset={2} alignOffset={-4} collisionPadding={8} className="z-40 outline-none">
          <BaseMenu.Popup className={cx(popupClasses, 'min-w-40')}>{children}</BaseMenu.Popup>
        </BaseMenu.Positioner>
      </BaseMenu.Portal>
    </BaseMenu.SubmenuRoot>
  );
}
