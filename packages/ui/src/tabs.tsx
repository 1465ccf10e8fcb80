import { Tabs as BaseTabs } from '@base-ui/react/tabs';
import type { ReactNode } from 'react';
import { cx } from './cx.ts';
import { useStrip } from './use-strip.ts';

export interface Tab<Value extends string = string> {
  value: Value;
  label: ReactNode;
  /** e.g. the ground of a note, so that the two places look different before a word is read */
  selectedClassName?: string;
}

export interface TabsProps<Value extends string> {
  label: string;
  value: Value;
  tabs: readonly Tab<Value>[];
  onChange(value: Value): void;
  children?: ReactNode;
  className?: string;
  /** Stands on the line of the tabs, after them */
  aside?: ReactNode;
}

export function Tabs<Value extends string>({ label, value, tabs, onChange, children, className, aside }: TabsProps<Value>) {
  const strip = useStrip<HTMLDivElement>(value);
  return (
    <BaseTabs.Root value={value} onValueChange={(next) => onChange(next as Value /* one of the tabs below */)} className={cx('min-w-0', className)}>
      <div className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-1">
        <BaseTabs.List ref={strip} aria-label={label} className="strip min-w-0 gap-0.5">
          {tabs.map((tab) => (
            <BaseTabs.Tab
              key={tab.value}
              value={tab.value}
              className={cx(
                'h-6 min-h-target select-none rounded-[5px] px-2 text-muted transition-colors duration-[var(--quick)] hover:text-text data-[active]:font-strong',
                tab.selectedClassName ?? 'data-[active]:bg-accent-soft data-[active]:text-accent-text',
              )}
            >
              {tab.label}
            </BaseTabs.Tab>
          ))}
        </BaseTabs.List>
        {aside}
      </div>
      {children}
    </BaseTabs.Root>
  );
}

export function TabPanel({ value, className, children }: { value: string; className?: string; children: ReactNode }) {
  return (
    <BaseTabs.Panel value={value} className={className}>
      {children}
    </BaseTabs.Panel>
  );
}
