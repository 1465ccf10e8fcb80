import type { MessageKey } from '@ombud/i18n';
import { useFormats } from '../../lib/i18n.ts';
import type { Figures, Grouping, Section, Show } from './reports-search.ts';

export interface Figure {
  label: MessageKey;
  hint?: MessageKey;
  /** Shares are 0 to 1, times are seconds. */
  kind: 'count' | 'share' | 'time' | 'decimal';
  of(figures: Figures): number | null;
  /** The tickets that stand behind it */
  show?: Show;
}

const all = {
  tickets: { label: 'reports.figure.tickets', kind: 'count', of: (f) => f.tickets, show: 'tickets' },
  solved: { label: 'reports.figure.solved', hint: 'reports.hint.solved', kind: 'count', of: (f) => f.solved, show: 'solved' },
  open: { label: 'reports.figure.open', hint: 'reports.hint.open', kind: 'count', of: (f) => f.open, show: 'open' },
  replies: { label: 'reports.figure.replies', kind: 'count', of: (f) => f.replies },
  firstReply: { label: 'reports.figure.firstReply', hint: 'reports.hint.firstReply', kind: 'time', of: (f) => f.first_reply?.median_seconds ?? null, show: 'first_replies' },
  firstReply90: { label: 'reports.figure.firstReply90', kind: 'time', of: (f) => f.first_reply?.p90_seconds ?? null, show: 'first_replies' },
  firstReplyOpen: { label: 'reports.figure.firstReplyOpen', kind: 'time', of: (f) => f.first_reply?.average_open_seconds ?? null, show: 'first_replies' },
  resolution: { label: 'reports.figure.resolution', hint: 'reports.hint.resolution', kind: 'time', of: (f) => f.resolution?.median_seconds ?? null, show: 'resolved' },
  resolution90: { label: 'reports.figure.resolution90', kind: 'time', of: (f) => f.resolution?.p90_seconds ?? null, show: 'resolved' },
  resolutionOpen: { label: 'reports.figure.resolutionOpen', kind: 'time', of: (f) => f.resolution?.average_open_seconds ?? null, show: 'resolved' },
  sla: { label: 'reports.figure.sla', hint: 'reports.hint.sla', kind: 'share', of: (f) => f.sla?.share ?? null, show: 'sla_met' },
  slaMissed: { label: 'reports.show.slaMissed', kind: 'count', of: (f) => f.sla?.missed ?? null, show: 'sla_missed' },
  promises: { label: 'reports.figure.promises', hint: 'reports.hint.promises', kind: 'share', of: (f) => f.promises?.share ?? null, show: 'promises_kept' },
  promisesBroken: { label: 'reports.show.promisesBroken', kind: 'count', of: (f) => f.promises?.broken ?? null, show: 'promises_broken' },
  reopened: { label: 'reports.figure.reopened', hint: 'reports.hint.reopened', kind: 'share', of: (f) => f.reopened?.share ?? null, show: 'reopened' },
  firstContact: { label: 'reports.figure.firstContact', hint: 'reports.hint.firstContact', kind: 'share', of: (f) => f.first_contact?.share ?? null, show: 'first_contact' },
  satisfaction: { label: 'reports.figure.satisfaction', kind: 'decimal', of: (f) => f.satisfaction?.average ?? null, show: 'rated' },
  answers: { label: 'reports.figure.answers', kind: 'count', of: (f) => f.satisfaction?.answers ?? null, show: 'rated' },
  effort: { label: 'reports.figure.effort', hint: 'reports.hint.effort', kind: 'decimal', of: (f) => f.effort?.average_minutes ?? null, show: 'timed' },
} as const satisfies Record<string, Figure>;

export type Drawn = { title: MessageKey; bars?: Figure; line?: Figure };
export interface Part {
  tiles: readonly Figure[];
  charts: readonly Drawn[];
  by: Grouping;
  columns: readonly Figure[];
}

export const parts: Record<Exclude<Section, 'staffing' | 'mail'>, Part> = {
  overview: {
    tiles: [all.tickets, all.solved, all.open, all.firstReply, all.resolution, all.sla, all.firstContact, all.satisfaction],
    charts: [{ title: 'reports.chart.arrivals', bars: all.tickets, line: all.solved }],
    by: 'team', columns: [all.tickets, all.solved, all.open, all.firstReply, all.resolution],
  },
  volume: { tiles: [all.tickets, all.solved, all.open, all.replies], charts: [{ title: 'reports.chart.arrivals', bars: all.tickets, line: all.solved }], by: 'kind', columns: [all.tickets, all.solved, all.open] },
  times: {
    tiles: [all.firstReply, all.firstReply90, all.firstReplyOpen, all.resolution, all.resolution90, all.resolutionOpen, all.sla, all.slaMissed, all.promises, all.promisesBroken],
    charts: [{ title: 'reports.figure.firstReply', line: all.firstReply }, { title: 'reports.figure.resolution', line: all.resolution }, { title: 'reports.figure.sla', line: all.sla }],
    by: 'team', columns: [all.firstReply, all.firstReply90, all.resolution, all.sla, all.promises],
  },
  quality: {
    tiles: [all.firstContact, all.reopened, all.satisfaction, all.answers],
    charts: [{ title: 'reports.figure.firstContact', line: all.firstContact }, { title: 'reports.figure.reopened', line: all.reopened }, { title: 'reports.figure.satisfaction', line: all.satisfaction }],
    by: 'topic', columns: [all.solved, all.firstContact, all.reopened, all.satisfaction],
  },
  load: { tiles: [all.open, all.tickets, all.replies, all.effort], charts: [{ title: 'reports.figure.replies', bars: all.replies }], by: 'team', columns: [all.open, all.tickets, all.solved, all.replies, all.effort] },
};

/** The words over a list of tickets. */
export const showWords: Record<Show, MessageKey> = {
  tickets: 'reports.figure.tickets', open: 'reports.figure.open', first_replies: 'reports.show.replied', sla_met: 'reports.show.slaMet', sla_missed: 'reports.show.slaMissed', promises_kept: 'reports.figure.promises', promises_broken: 'reports.show.promisesBroken',
  solved: 'reports.figure.solved', reopened: 'reports.figure.reopened', first_contact: 'reports.figure.firstContact', resolved: 'reports.figure.solved', timed: 'reports.show.timed', rated: 'reports.figure.answers',
  degree_solved: 'wrapup.degree.solved', degree_partly: 'wrapup.degree.partly', degree_worked_around: 'wrapup.degree.worked_around', degree_not_solved: 'wrapup.degree.not_solved', degree_withdrawn: 'wrapup.degree.withdrawn',
};

/** A figure as this reader writes it; a dash where there is none. */
export function useFigureWords(): (kind: Figure['kind'], value: number | null) => string {
  const formats = useFormats();
  return (kind, value) => {
    if (value === null) return '–';
    if (kind === 'share') return `${formats.number(Math.round(value * 1_000) / 10)} %`;
    if (kind === 'time') return value < 60 ? `${formats.number(Math.round(value))} s` : formats.duration(value);
    return formats.number(kind === 'decimal' ? Math.round(value * 10) / 10 : value);
  };
}
