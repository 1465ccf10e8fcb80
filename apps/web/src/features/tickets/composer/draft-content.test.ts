import { expect, test } from 'vitest';
import { emptyDraft, htmlOfText, inFrontOf, isBlank, isEmptyDraft, readStoredDraft, restoreDraft, writtenSince } from './draft-content.ts';
import type { Draft } from '../store/types.ts';

const onServer: Draft = { kind: 'public', side: null, html: '<p>From the server</p>', to: null, cc: [], bcc: [], subject: '', quoted: [], attachments: [], changes: { status: 'pending' }, macros: [3], language: null, replaced: null, updated_at: '2026-11-22T12:00:00.000Z' };
const local = (savedAt: string, seen: string | null = onServer.updated_at) => ({ ...emptyDraft, html: '<p>Typed before the crash</p>', savedAt: new Date(savedAt).getTime(), seen });

test('what was typed last comes back after a crash', () => {
  expect(restoreDraft('public', [onServer], local('2026-11-22T12:00:05Z')).content.html).toBe('<p>Typed before the crash</p>');
});

test('a draft continued on another computer wins over an older one here', () => {
  expect(restoreDraft('public', [onServer], local('2026-11-22T11:00:00Z')).content.html).toBe('<p>From the server</p>');
});

test('of two that were written apart, the older is kept beside the newer', () => {
  expect(restoreDraft('public', [onServer], local('2026-11-22T12:00:05Z', null)).other?.html).toBe('<p>From the server</p>');
  expect(restoreDraft('public', [onServer], local('2026-11-22T11:00:00Z', '2026-11-22T10:00:00.000Z')).other?.html).toBe('<p>Typed before the crash</p>');
  expect(restoreDraft('public', [onServer], local('2026-11-22T12:00:05Z')).other).toBeNull();
});

test('a note never turns up where the reply is written', () => {
  expect(restoreDraft('public', [{ ...onServer, kind: 'note' }], null).content.html).toBe('');
});

test('an empty paragraph is nothing written', () => {
  expect(isBlank('<p></p><p><br></p>')).toBe(true);
  expect(isBlank('<p>.</p>')).toBe(false);
});

test('what is to be done with the send comes back too, and is a draft by itself', () => {
  const restored = restoreDraft('public', [onServer], null).content;
  expect(restored).toMatchObject({ changes: { status: 'pending' }, macros: [3] });
  expect(isEmptyDraft({ ...restored, html: '' })).toBe(false);
  expect(readStoredDraft({ html: '', savedAt: 1 })).toMatchObject({ changes: {}, macros: [] });
});

test('broken storage is no draft', () => {
  expect(readStoredDraft(null)).toBeNull();
  expect(readStoredDraft({ html: 3 })).toBeNull();
});

test('text that looks like markup stays text', () => {
  expect(htmlOfText('a < b\nc\n\n<script>')).toBe('<p>a &lt; b<br>c</p><p>&lt;script&gt;</p>');
});

test('a text that comes back loses nothing that was written in its place since, and does not come twice', () => {
  const picture = { id: 4, name: 'lamp.png', type: 'image/png', size: 9, url: '/lamp.png' };
  const returned = { ...emptyDraft, html: '<p>Sent</p>', cc: [{ name: 'Bo', address: 'bo@example.com' }], changes: { status: 'solved' as const } };
  const since = { ...emptyDraft, html: '<p>Begun since</p>', files: [picture], changes: { add_tags: ['late'] } };
  const both = inFrontOf(returned, since);
  expect(both).toMatchObject({ html: '<p>Sent</p><p>Begun since</p>', cc: returned.cc, files: [picture], changes: { status: 'solved', add_tags: ['late'] } });
  expect(inFrontOf(returned, both)).toEqual(both);
  expect(inFrontOf(returned, emptyDraft)).toEqual(returned);
});

test('what is written while a send waits for an answer stays behind it', () => {
  const sent = { ...emptyDraft, html: '<p>We are on our way.</p>', changes: { status: 'pending' as const }, macros: [3] };
  expect(isEmptyDraft(writtenSince(sent, sent))).toBe(true);
  expect(writtenSince(sent, { ...sent, html: '<p>We are on our way. And this:</p>' })).toEqual({ ...emptyDraft, html: '<p>And this:</p>' });
  expect(writtenSince(sent, { ...sent, html: '<p>We are on our way.</p><p>One more</p>' }).html).toBe('<p>One more</p>');
  expect(writtenSince(sent, { ...sent, html: '<p>We were on our way.</p>' }).html).toBe('<p>We were on our way.</p>');
  const picture = '<img src="/files/4" alt="">';
  expect(writtenSince(sent, { ...sent, html: `<p>We are on our way.</p><p>${picture}</p>` }).html).toBe(`<p>${picture}</p>`);
  expect(writtenSince(sent, { ...sent, html: `<p>We are ${picture}on our way.</p>` }).html).toContain(picture);
  const [bo, eva] = [{ name: 'Bo', address: 'bo@example.com' }, { name: 'Eva', address: 'eva@example.com' }];
  expect(writtenSince({ ...sent, cc: [bo] }, { ...sent, cc: [bo, eva], bcc: [bo] })).toEqual({ ...emptyDraft, cc: [eva], bcc: [bo] });
  expect(inFrontOf({ ...sent, cc: [bo] }, { ...emptyDraft, cc: [bo, eva] }).cc).toEqual([bo, eva]);
  expect(writtenSince(sent, { ...sent, changes: { status: 'solved' }, macros: [3, 4] })).toMatchObject({ html: '', changes: { status: 'solved' }, macros: [4] });
});
