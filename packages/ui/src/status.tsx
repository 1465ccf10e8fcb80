import type { ReactNode } from 'react';
import { Chip, type Tone } from './chip.tsx';
import { cx } from './cx.ts';

export type TicketStatus = 'new' | 'open' | 'pending' | 'on_hold' | 'solved' | 'closed';
export type TicketPriority = 'low' | 'normal' | 'high' | 'urgent';

export const statusTones: Record<TicketStatus, Tone> = {
  new: 'violet', open: 'blue', pending: 'amber', on_hold: 'neutral', solved: 'green', closed: 'neutral',
};

const ring = <circle cx="6" cy="6" r="4.6" fill="none" stroke="currentColor" strokeWidth="1.5" />;

/** Each status has a shape of its own, so that it is told apart without colour. */
const statusShapes: Record<TicketStatus, ReactNode> = {
  new: <path d="M6 .9 11.1 6 6 11.1.9 6z" fill="currentColor" />,
  open: ring,
  pending: <>{ring}<path d="M6 3.3a2.7 2.7 0 0 1 0 5.4z" fill="currentColor" /></>,
  on_hold: <>{ring}<path d="M4.8 4v4M7.2 4v4" stroke="currentColor" strokeWidth="1.3" strokeLinecap="round" /></>,
  solved: <><circle cx="6" cy="6" r="5.3" fill="currentColor" /><path d="m3.7 6.2 1.6 1.6 3-3.4" fill="none" stroke="var(--pane)" strokeWidth="1.4" strokeLinecap="round" strokeLinejoin="round" /></>,
  closed: <><rect x="1.2" y="1.2" width="9.6" height="9.6" rx="2.4" fill="none" stroke="currentColor" strokeWidth="1.5" /><path d="M4 6h4" stroke="currentColor" strokeWidth="1.5" strokeLinecap="round" /></>,
};

const bars = (lit: number) =>
  [0, 1, 2].map((at) => (
    <rect key={at} x={1 + at * 3.7} y={7.5 - at * 2.7} width="2.6" height={3.5 + at * 2.7} rx="1" fill="currentColor" opacity={at < lit ? 1 : 0.28} />
  ));

const priorityShapes: Record<TicketPriority, ReactNode> = {
  low: bars(1),
  normal: bars(2),
  high: bars(3),
  urgent: <><rect x=".6" y=".6" width="10.8" height="10.8" rx="2.6" fill="currentColor" /><path d="M6 3v3.5" stroke="var(--pane)" strokeWidth="1.6" strokeLinecap="round" /><circle cx="6" cy="8.9" r=".95" fill="var(--pane)" /></>,
};

export const priorityTones: Record<TicketPriority, Tone> = { low: 'neutral', normal: 'neutral', high: 'amber', urgent: 'red' };

const hues: Record<Tone, string> = {
  neutral: 'text-faint', accent: 'text-accent', red: 'text-red', amber: 'text-amber', green: 'text-green', blue: 'text-blue', violet: 'text-violet', note: 'text-note-text',
};

function Shape({ children, label, className }: { children: ReactNode; label?: string; className?: string }) {
  return (
    <svg viewBox="0 0 12 12" className={cx('size-3 shrink-0', className)} role={label ? 'img' : undefined} aria-label={label} aria-hidden={label ? undefined : true}>
      {children}
    </svg>
  );
}

/** Alone it needs its label; beside the word leave it out. */
export function StatusIcon({ status, label, className }: { status: TicketStatus; label?: string; className?: string }) {
  return <Shape label={label} className={cx(hues[statusTones[status]], className)}>{statusShapes[status]}</Shape>;
}

export function PriorityIcon({ priority, label, className }: { priority: TicketPriority; label?: string; className?: string }) {
  return <Shape label={label} className={cx(hues[priorityTones[priority]], className)}>{priorityShapes[priority]}</Shape>;
}

export function StatusChip({ status, label }: { status: TicketStatus; label: string }) {
  return <Chip tone={statusTones[status]} icon={<Shape>{statusShapes[status]}</Shape>}>{label}</Chip>;
}

export function PriorityChip({ priority, label }: { priority: TicketPriority; label: string }) {
  return <Chip tone={priorityTones[priority]} icon={<Shape>{priorityShapes[priority]}</Shape>}>{label}</Chip>;
}
