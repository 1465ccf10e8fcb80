import { expect, test } from 'vitest';
import { pickLanguage } from './languages.ts';
import { loadTranslator } from './load.ts';
import { createTranslator } from './server.ts';

test('the browser and the server say the same', async () => {
  expect((await loadTranslator('sv')).t('common.undo')).toBe('Ångra');
  expect(createTranslator('sv').t('common.undo')).toBe('Ångra');
});

test('values are put in where the message wants them', () => {
  expect(createTranslator('en').t('shell.userMenu', { name: 'Anders <b>' })).toBe('Your account, Anders <b>');
});

test('a code from outside is only a key when there is a text for it', () => {
  const { has } = createTranslator('en');
  expect(has('errors.not_allowed')).toBe(true);
  expect(has('errors.toString')).toBe(false);
  expect(has('__proto__.x')).toBe(false);
});

test('the first wish that we speak counts', () => {
  expect(pickLanguage([null, 'nb-NO', 'da-DK', 'en'])).toBe('da');
  expect(pickLanguage(['fr'])).toBe('en');
});
