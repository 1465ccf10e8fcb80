import { expect, test } from 'vitest';
import { chooseText, fillNote, fillText } from './fill-text.ts';
import { actionsFor, addChanges, changesToSend, isNothing, partsOf, stillToDo, withoutPart } from './pending-changes.ts';
import { aTicket } from '../testing/factories.ts';
import type { Macro, PlaceholderValues } from './types.ts';

test('of two macros the later one counts, and tags of both are kept', () => {
  const first = { status: 'open', add_tags: ['router', 'old'], fields: { cause: 'dust' } } as const;
  const second = { status: 'pending', add_tags: ['new'], remove_tags: ['old'], fields: { price: 3 } } as const;
  expect(addChanges({ ...first, add_tags: [...first.add_tags] }, { ...second, add_tags: [...second.add_tags], remove_tags: [...second.remove_tags] })).toEqual({
    status: 'pending', add_tags: ['router', 'new'], remove_tags: ['old'], fields: { cause: 'dust', price: 3 },
  });
});

test('each part can be taken away until nothing is left', () => {
  let changes = actionsFor({ status: 'pending', priority: 'high', assignee: 'me', team: null, route: 3, note: 'Label sent', promise: { text: 'A new lamp', hours: 24 }, escalate: { to: { lead: null }, question: 'May we?' }, webhook: 5, kind: 'task', add_tags: ['a', 'b'], remove_tags: ['c'], fields: { cause: null } }, 7);
  expect(changes.assignee).toBe(7);
  for (const part of partsOf(changes)) {
    changes = withoutPart(changes, part);
    expect(partsOf(changes)).not.toContainEqual(part);
  }
  expect([changes, isNothing(changes)]).toEqual([{}, true]);
});

test('notes of two macros are both written, and a hand-over takes the place of who had it', () => {
  const first = { assignee: 7, team: 2, note: 'Label sent', promise: { text: 'A call', hours: 4 } };
  const both = addChanges(first, { route: 3, note: 'Photos asked for', promise: { text: 'A new lamp', hours: 24 } });
  expect(both).toEqual({ route: 3, note: 'Label sent\n\nPhotos asked for', promise: { text: 'A new lamp', hours: 24 } });
  expect(addChanges(both, { assignee: 7 })).toEqual({ note: both.note, promise: both.promise, assignee: 7 });
  // The same once more, as of a text that comes back.
  expect(addChanges(first, first)).toEqual(first);
});

test('of two macros the ticket goes where the later one says, and a lead may decide on it wherever it is', () => {
  const [toTeam, toLead] = [{ escalate: { to: { team: 4 }, question: 'The known fault?' } }, { escalate: { to: { lead: null }, question: 'May we?' } }];
  expect(addChanges({ route: 3, add_tags: ['a'] }, toTeam)).toEqual({ ...toTeam, add_tags: ['a'] });
  expect(addChanges(toTeam, { assignee: 7 })).toEqual({ assignee: 7 });
  expect(addChanges({ assignee: 7, team: 2 }, toLead)).toEqual({ assignee: 7, team: 2, ...toLead });
  expect(addChanges(toTeam, toLead)).toEqual(toLead);
  expect(addChanges(toTeam, toTeam)).toEqual(toTeam);
});

test('the status goes apart from the rest', () => {
  expect(changesToSend({ status: 'pending' })).toBe(undefined);
  expect(changesToSend({ status: 'pending', add_tags: ['a'] })).toEqual({ add_tags: ['a'] });
});

const values: PlaceholderValues = {
  values: [{ name: 'customer.first_name', value: '<img src=x onerror=alert(1)>' }, { name: 'customer.name', value: '{{agent.name}} $&' }, { name: 'agent.name', value: '' }, { name: 'desk.hours', value: 'Monday' }],
  hours: [{ language: 'sv', value: 'måndag' }],
  languages: ['sv', 'en'],
  signature: '',
};

test('a value is put in as text, once, and what is empty is named', () => {
  const html = '<p>Hi {{ customer.first_name }}, {{customer.name}}, {{agent.name}}, {{desk.hours}}, {{unknown}}</p>';
  expect(fillText({ html, language: 'sv' }, values)).toEqual({ html: '<p>Hi &lt;img src=x onerror=alert(1)&gt;, {{agent.name}} $&amp;, , måndag, {{unknown}}</p>', empty: ['agent.name'] });
  expect(fillText({ html, language: 'de' }, values).html).toContain('Monday');
});

test('a note is filled in as plain text', () => {
  expect(fillNote('Label for {{customer.name}}, {{unknown}}', values)).toBe('Label for {{agent.name}} $&, {{unknown}}');
});

const macro = (...languages: string[]) => ({ texts: languages.map((language) => ({ language, html: language, text: language })) }) as Macro; // as much of one as is looked at

test('the text is in the customer’s language, else in the brand’s, else in any', () => {
  expect(chooseText(macro('da', 'en', 'sv'), ['sv', 'en'])?.language).toBe('sv');
  expect(chooseText(macro('da', 'en'), ['sv', 'en'])?.language).toBe('en');
  expect(chooseText(macro('da'), ['sv', 'en'])?.language).toBe('da');
  expect(chooseText(macro(), ['sv', 'en'])).toBe(null);
});

test('what the ticket holds already is left out: a ticket that lies with its team is not handed to it once more', () => {
  const ticket = aTicket({ team: { id: 2, name: 'Returns' }, fields: { cause: 'dust' } });
  expect(stillToDo({ route: 2, priority: 'normal', kind: 'question', add_tags: ['fibre'], remove_tags: ['old'], fields: { cause: 'dust', price: null } }, ticket)).toEqual({});
  expect(stillToDo({ team: 2, assignee: 7 }, ticket)).toEqual({});
  const others = { status: 'open' as const, route: 3, priority: 'high' as const, add_tags: ['new'], remove_tags: ['fibre'], fields: { cause: 'water' }, note: 'Label sent', promise: { text: 'A call', hours: 4 } };
  expect(stillToDo({ ...others, add_tags: ['fibre', 'new'] }, ticket)).toEqual(others);
  expect(stillToDo({ team: null, assignee: null }, ticket)).toEqual({ team: null, assignee: null });
});
