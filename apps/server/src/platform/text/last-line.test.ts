import { expect, test } from 'vitest';
import { lastLine } from './last-line.ts';

test('the newest line of a list row is one line of at most 160 characters and never half an emoji', () => {
  expect(lastLine('Hej!\n\n  Det  är\tjag')).toBe('Hej! Det är jag');
  const cut = lastLine('😀'.repeat(300));
  expect([...cut]).toHaveLength(160);
  expect(cut.endsWith('😀…')).toBe(true);
});
