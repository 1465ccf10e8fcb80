import { expect, test } from 'vitest';
import { fieldOfText, toLanguages, toTexts } from './text-drafts.ts';

const updated_at = '2026-11-22T12:00:00Z';

test('the brand’s own language comes first and is offered even without texts', () => {
  const languages = toLanguages([{ kind: 'signature', language: 'pl', subject: '', body: 'Pozdrawiamy', updated_at }], 'sv');
  expect(languages.map(({ language }) => language)).toEqual(['sv', 'pl']);
  expect(languages[0]).toEqual({ language: 'sv', subject: '', acknowledgement: '', signature: '', escalation: '' });
});

test('what is emptied is removed, the rest goes back as it was', () => {
  const texts = toTexts([
    { language: 'sv', subject: ' Hej ', acknowledgement: 'Vi har fått ditt ärende {{ticket.number}}', signature: '  ', escalation: ' ' },
    { language: 'pl', subject: 'lost without a body', acknowledgement: '', signature: 'Pozdrawiamy', escalation: 'Sprawdza to specjalista' },
  ]);
  expect(texts).toEqual([
    { kind: 'acknowledgement', language: 'sv', subject: 'Hej', body: 'Vi har fått ditt ärende {{ticket.number}}' },
    { kind: 'escalation', language: 'pl', subject: '', body: 'Sprawdza to specjalista' },
    { kind: 'signature', language: 'pl', subject: '', body: 'Pozdrawiamy' },
  ]);
});

test('what the server refuses is found in its language and field, by its place among what was sent', () => {
  const languages = [
    { language: 'sv', subject: 'Hej', acknowledgement: 'Vi har fått det', signature: '', escalation: '' },
    { language: 'pl', subject: '', acknowledgement: '', signature: '{{nonsense}}', escalation: '' },
  ];
  expect(fieldOfText(languages, 'texts.0.subject')).toBe('sv.subject');
  expect(fieldOfText(languages, 'texts.0.body')).toBe('sv.acknowledgement');
  expect(fieldOfText(languages, 'texts.1.body')).toBe('pl.signature');
  expect(fieldOfText(languages, 'texts.7.body')).toBeNull();
  expect(fieldOfText(languages, 'texts')).toBeNull();
});
