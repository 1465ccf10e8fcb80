import { expect, test } from 'vitest';
import { createTranslator } from '../../packages/i18n/src/server.ts';
import { readKnownSettings, readSettingsPages } from './known-settings.ts';

const known = readKnownSettings();
const pages = readSettingsPages();

/** What needs no explanation, or has one that is made while the app runs. */
const plain = new Set([
  // Names of groups, whose parts are explained one by one.
  'around.appearance.look', 'around.appearance.ease', 'settings.brands.details', 'settings.profile.you', 'around.keys.single', 'settings.smtp.title', 'settings.inboxes.health', 'backups.list', 'people.token.kind.some', 'calendars.now', 'calendars.where', 'calendars.holidays.closedOn', 'satisfaction.when', 'satisfaction.whom', 'escalations.title',
  // Explained with values: a domain, a time zone, the placeholders, a choice.
  'settings.sender.title', 'settings.brands.texts', 'notifications.quiet.hours', 'settings.profile.signature', 'fields.options', 'settings.mailbox.signIn', 'settings.hours.title', 'settings.brands.color', 'people.factor.roles', 'people.leave.agent', 'settings.smtp.host', 'settings.agents.password', 'sla.pause', 'sla.targets', 'settings.mailSignIn.clientSecret', 'settings.mailbox.password',
  // The word and its choices say all.
  'wrapup.settings.topicsOf', 'people.leave.to', 'settings.inboxes.smtp.remove', 'settings.mailbox.port', 'tickets.field.status', 'tickets.field.assignee', 'tickets.field.team', 'tickets.field.priority', 'tickets.field.kind', 'macros.search', 'people.password.current', 'notifications.quiet.days', 'calendars.week.kind', 'calendars.like', 'calendars.exceptions.day', 'calendars.exceptions.until', 'calendars.yearly', 'calendars.exceptions.thatDay', 'calendars.country', 'calendars.region', 'sla.check.number', 'people.off.from', 'people.off.to', 'people.off.reason', 'people.shifts.day', 'people.shifts.from', 'people.shifts.to', 'people.shifts.reason', 'people.skill.add', 'people.level', 'people.skill.valid', 'guidelines.name', 'guidelines.brand', 'guidelines.moments', 'automations.kind', 'automations.since', 'automations.hours', 'automations.business', 'automations.promise.hours', 'approvals.name', 'approvals.guard', 'approvals.field', 'approvals.statuses', 'approvals.actions', 'approvals.who', 'automations.escalate.question', 'playbooks.name', 'playbooks.guards', 'playbooks.step.text', 'playbooks.step.by', 'playbooks.step.field', 'playbooks.step.options', 'playbooks.step.event',
]);

test('every page of settings says what it is for, and in whole sentences, in every language', () => {
  const lead = (to: string, title: string) => known.find((each) => each.to === to && each.label === title)?.hint;
  expect(pages.length).toBeGreaterThan(16);
  // Two say it with the name of the workspace, or in two texts.
  const made = new Map([['/settings/workspace', 'settings.workspace.lead'], ['/settings/brands', 'settings.brands.lead']]);
  for (const language of ['en', 'sv', 'es', 'da', 'pl'] as const) {
    const { t } = createTranslator(language);
    for (const { to, label } of pages) {
      const key = lead(to, label) ?? made.get(to);
      expect(key, `what ${to} is for`).toBeDefined();
      const text = t(key as 'settings.workspace.lead', { workspace: 'Northwind' });
      expect(text.length, `${to} in ${language}: ${text}`).toBeGreaterThan(30);
      expect(text, `${to} in ${language}`).toMatch(/\.$/);
    }
  }
});

test('every setting is explained where it stands, but for what explains itself', () => {
  const bare = known.filter(({ to, label, hint }) => !hint && !plain.has(label) && !pages.some((page) => page.to === to && page.label === label));
  expect(bare.map(({ to, label }) => `${to} ${label}`)).toEqual(['/settings/agents settings.name']);
});

test('what stands in groups without a component of its own is known as well: opening hours and the colours of brands', () => {
  expect(known).toContainEqual({ to: '/settings/hours', label: 'settings.hours.title', hint: 'calendars.nights.hint' });
  expect(known).toContainEqual({ to: '/settings/brands', label: 'settings.brands.color' });
  expect(known.some(({ to, label }) => to === '/settings/agents' && label === 'settings.agents.password')).toBe(true);
});
