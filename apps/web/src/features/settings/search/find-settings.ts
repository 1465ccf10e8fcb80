import { knownCommands } from 'virtual:known-commands';
import { knownSettings } from 'virtual:known-settings';
import type { MessageKey, Translate } from '@ombud/i18n';
import type { Me } from '../../../lib/session.ts';
import { rank } from '../../../lib/fuzzy.ts';
import { kinds } from '../../notifications/index.ts';
import { settingsGroups, type SettingsPageEntry } from '../settings-pages.ts';

export interface FoundSetting {
  to: SettingsPageEntry['to'];
  page: string;
  /** The label on the page; the page's own name where the page itself was found */
  label: string;
  hint: string;
  icon: SettingsPageEntry['icon'];
  score: number;
}

interface Setting {
  to: SettingsPageEntry['to'];
  label: MessageKey;
  hint?: MessageKey;
}

/** What the sources of the pages say, and what those draw of lists: the kinds of news, and every command with a key. */
const settings: readonly Setting[] = [
  ...knownSettings,
  ...kinds.map((kind): Setting => ({ to: '/settings/notifications', label: `notifications.kind.${kind}`, hint: `notifications.hint.${kind}` })),
  ...knownCommands.map(({ label }): Setting => ({ to: '/settings/keyboard', label })),
];

/** What the pages that somebody may open show and explain, in the order of how well it answers; slips are forgiven. */
export function findSettings(t: Translate, permissions: Me['permissions'], typed: string, most = 30): FoundSetting[] {
  if (typed.trim() === '') return [];
  const pages = settingsGroups.flatMap(({ pages: all }) => all).filter(({ needs }) => !needs || permissions.includes(needs));
  const found = pages.flatMap((entry): FoundSetting[] => {
    const page = t(entry.label);
    const parts = settings.filter(({ to, label }) => to === entry.to && t(label) !== page).map(({ label, hint }) => ({ label: t(label), hint: hint ? t(hint) : '' }));
    const lead = knownSettings.find(({ to, label }) => to === entry.to && t(label) === page)?.hint;
    return [{ label: page, hint: lead ? t(lead) : '' }, ...parts].flatMap(({ label, hint }) => {
      // The page's name helps to find a part of it: "workspace language".
      const score = rank(label, typed, hint) ?? rank(label, typed, `${hint} ${page}`);
      return score === null ? [] : [{ to: entry.to, page, label, hint, icon: entry.icon, score: label === page ? score + 0.1 : score }];
    });
  });
  return found.toSorted((one, other) => other.score - one.score).slice(0, most);
}
