import type { Language, MessageKey, Translate } from '@ombud/i18n';
import type { Report, BreakdownRow } from '../read-report.ts';
import type { Figures, Grouping } from '../reports.schemas.ts';

/** A number as it is; `share` 0 to 1, `minutes` with a part of one, `day` as 2026-12-31. Null: there is none. */
export type CellKind = 'text' | 'count' | 'decimal' | 'share' | 'minutes' | 'day';
export type Cell = string | number | null;
export type Table = { name: string; columns: { title: string; kind: CellKind }[]; rows: Cell[][] };

type Column = { title: MessageKey; kind: CellKind; of(figures: Figures): Cell };

const minutes = (seconds: number | null | undefined) => (seconds === null || seconds === undefined ? null : seconds / 60);

const columns: readonly Column[] = [
  { title: 'reports.figure.tickets', kind: 'count', of: ({ tickets }) => tickets },
  { title: 'reports.figure.solved', kind: 'count', of: ({ solved }) => solved },
  { title: 'reports.figure.open', kind: 'count', of: ({ open }) => open },
  { title: 'reports.column.firstReplyMedian', kind: 'minutes', of: ({ first_reply: it }) => minutes(it?.median_seconds) },
  { title: 'reports.column.firstReplyAverage', kind: 'minutes', of: ({ first_reply: it }) => minutes(it?.average_seconds) },
  { title: 'reports.column.firstReplyOpen', kind: 'minutes', of: ({ first_reply: it }) => minutes(it?.average_open_seconds) },
  { title: 'reports.column.resolutionMedian', kind: 'minutes', of: ({ resolution: it }) => minutes(it?.median_seconds) },
  { title: 'reports.column.resolutionAverage', kind: 'minutes', of: ({ resolution: it }) => minutes(it?.average_seconds) },
  { title: 'reports.column.resolutionOpen', kind: 'minutes', of: ({ resolution: it }) => minutes(it?.average_open_seconds) },
  { title: 'reports.figure.sla', kind: 'share', of: ({ sla }) => sla?.share ?? null },
  { title: 'reports.figure.promises', kind: 'share', of: ({ promises }) => promises?.share ?? null },
  { title: 'reports.figure.reopened', kind: 'share', of: ({ reopened }) => reopened?.share ?? null },
  { title: 'reports.figure.firstContact', kind: 'share', of: ({ first_contact: it }) => it?.share ?? null },
  ...(['solved', 'partly', 'worked_around', 'not_solved', 'withdrawn'] as const).map((degree): Column => ({ title: `wrapup.degree.${degree}`, kind: 'count', of: ({ degrees }) => degrees?.[degree] ?? null })),
  { title: 'reports.figure.effort', kind: 'decimal', of: ({ effort }) => effort?.average_minutes ?? null },
  { title: 'reports.figure.satisfaction', kind: 'decimal', of: ({ satisfaction }) => satisfaction?.average ?? null },
  { title: 'reports.figure.answers', kind: 'count', of: ({ satisfaction }) => satisfaction?.answers ?? null },
  { title: 'reports.figure.replies', kind: 'count', of: ({ replies }) => replies },
];

/** Of a team whose lead you are not, only how many there were: columns without a value are left out. */
function filled(all: readonly Figures[]): readonly Column[] {
  return all.some(({ first_reply: it }) => it !== null) ? columns : columns.slice(0, 3);
}

function tableOf(t: Translate, name: string, first: Table['columns'][number], rows: readonly { label: string; figures: Figures }[]): Table {
  const shown = filled(rows.map(({ figures }) => figures));
  return { name, columns: [first, ...shown.map(({ title, kind }) => ({ title: t(title), kind }))], rows: rows.map(({ label, figures }) => [label, ...shown.map(({ of }) => of(figures))]) };
}

/** The period and the one before it, side by side. */
export function summaryTable(t: Translate, { figures, before }: Report): Table {
  const shown = filled([figures]);
  return {
    name: t('reports.tab.overview'),
    columns: [{ title: t('reports.column.figure'), kind: 'text' }, { title: t('reports.column.value'), kind: 'decimal' }, { title: t('reports.column.before'), kind: 'decimal' }],
    rows: shown.map(({ title, of, kind }) => [kind === 'share' ? `${t(title)} (%)` : t(title), ...[figures, before].map((each) => percent(of(each), kind))]),
  };
}

const percent = (value: Cell, kind: CellKind) => (kind === 'share' && typeof value === 'number' ? value * 100 : value);

export function timeTable(t: Translate, { series }: Report): Table {
  return tableOf(t, t('reports.column.time'), { title: t('reports.column.since'), kind: 'day' }, series.map(({ start, figures }) => ({ label: start, figures })));
}

export function partsTable(t: Translate, by: Grouping, rows: readonly BreakdownRow[], language: Language): Table {
  return tableOf(t, t(`reports.by.${by}`), { title: t(`reports.by.${by}`), kind: 'text' }, rows.map(({ value, label, figures }) => ({ label: label ?? nameOf(t, by, value, language), figures })));
}

/** What a code is called. */
function nameOf(t: Translate, by: Grouping, value: string | null, language: Language): string {
  if (value === null) return t('reports.none');
  if (by === 'channel') return t(`tickets.channel.${value}` as MessageKey); // channels are a closed list, each with a text
  if (by === 'kind') return t(`tickets.kind.${value}` as MessageKey); // kinds as well
  if (by === 'language') return new Intl.DisplayNames([language], { type: 'language' }).of(value) ?? value;
  return by === 'tier' ? t('reports.tier', { tier: Number(value) }) : value;
}
