import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import { expect, test } from 'vitest';
import { problemCodes } from '../../../apps/server/src/platform/errors/problem.ts';
import { languages, type Language } from './languages.ts';
import { createTranslator } from './server.ts';
import { findUnusedKeys } from './unused-keys.ts';

const catalogsFolder = new URL('./catalogs/', import.meta.url);
const repository = new URL('../../../', import.meta.url).pathname;

/** area → key → text, as the files hold it */
function readCatalog(language: Language): Map<string, string> {
  const folder = new URL(`${language}/`, catalogsFolder);
  const entries = readdirSync(folder).flatMap((file) => {
    const area: unknown = JSON.parse(readFileSync(new URL(file, folder), 'utf8'));
    return Object.entries(area as Record<string, string>).map(([key, text]): [string, string] => [`${file.replace('.json', '')}.${key}`, text]);
  });
  return new Map(entries);
}

/** Name and kind of everything that a message takes, e.g. "count:plural" */
function parametersOf(elements: MessageFormatElement[], found = new Set<string>()): Set<string> {
  for (const element of elements) {
    if (element.type === TYPE.literal || element.type === TYPE.pound || element.type === TYPE.tag) continue;
    found.add(`${element.value}:${TYPE[element.type]}`);
    if (element.type === TYPE.plural || element.type === TYPE.select) {
      for (const option of Object.values(element.options)) parametersOf(option.value, found);
    }
  }
  return found;
}

/** The plural forms that the language's rules know must all be written out. */
function missingPlurals(elements: MessageFormatElement[], language: Language): string[] {
  return elements.flatMap((element) => {
    if (element.type !== TYPE.plural && element.type !== TYPE.select) return [];
    const inner = Object.values(element.options).flatMap((option) => missingPlurals(option.value, language));
    if (element.type === TYPE.select) return inner;
    // "many" of Spanish is for millions and reads like "other".
    const needed = new Intl.PluralRules(language).resolvedOptions().pluralCategories.filter((form) => !(language === 'es' && form === 'many'));
    return [...inner, ...needed.filter((form) => !element.options[form])];
  });
}

const parseMessage = (text: string) => parse(text, { ignoreTag: true });
const english = readCatalog('en');

test.each(languages.filter((language) => language !== 'en'))('%s translates every English message and nothing else', (language) => {
  const texts = readCatalog(language);
  expect([...english.keys()].filter((key) => !texts.has(key)), 'missing').toEqual([]);
  expect([...texts.keys()].filter((key) => !english.has(key)), 'extra').toEqual([]);
});

test.each(languages)('%s: no message is empty, all are well-formed and take what the English one takes', (language) => {
  const wrong = [...readCatalog(language)].flatMap(([key, text]) => {
    if (text.trim() === '') return [`${key} is empty`];
    const here = [...parametersOf(parseMessage(text))].sort().join(' ');
    const there = [...parametersOf(parseMessage(english.get(key) ?? ''))].sort().join(' ');
    return here === there ? [] : [`${key} takes "${here}" instead of "${there}"`];
  });
  expect(wrong).toEqual([]);
});

test.each(languages)('%s: every plural has the forms that its rules know', (language) => {
  const wrong = [...readCatalog(language)].flatMap(([key, text]) => missingPlurals(parseMessage(text), language).map((form) => `${key} lacks ${form}`));
  expect(wrong).toEqual([]);
});

test('every area is wired into every language', () => {
  for (const language of languages) {
    const { has } = createTranslator(language);
    expect([...readCatalog(language).keys()].filter((key) => !has(key))).toEqual([]);
  }
});

test('every problem that the server can answer has a text', () => {
  expect(Object.keys(problemCodes).filter((code) => !english.has(`errors.${code}`) && !english.has(`refusals.${code}`))).toEqual([]);
});

test('every message is used', () => {
  const sources = ['apps/web/src', 'apps/server/src', 'packages/ui/src'].flatMap((folder) => sourceFiles(join(repository, folder)));
  // Texts of problems and of fields are looked up by the code that the server answers.
  const keys = [...english.keys()].filter((key) => !key.startsWith('errors.') && !key.startsWith('refusals.'));
  expect(findUnusedKeys(keys, sources.map((file) => readFileSync(file, 'utf8')))).toEqual([]);
});

function sourceFiles(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return sourceFiles(path);
    return /(?<!\.test|\.gen)\.tsx?$/.test(name) ? [path] : [];
  });
}

test('an unused key is found, one built from parts is not taken for one', () => {
  const source = "t('common.save'); t('two-words.title'); t(`tickets.status.${status}`); t(`two-words.kind.${kind}`)";
  expect(findUnusedKeys(['common.save', 'common.cancel', 'tickets.status.open', 'tickets.other', 'two-words.title', 'two-words.kind.first', 'two-words.other'], [source])).toEqual(['common.cancel', 'tickets.other', 'two-words.other']);
});
