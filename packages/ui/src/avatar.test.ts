import { expect, test } from 'vitest';
import { faceOf, initials } from './avatar.tsx';

test('initials come from the first and the last name', () => {
  expect(initials('Karin Lindqvist')).toBe('KL');
  expect(initials('Miguel Santos Herrera')).toBe('MH');
  expect(initials('Łukasz Ćwik')).toBe('ŁĆ');
});

test('an address or an odd name still gives something to see', () => {
  expect(initials('anna.nowak@bank.example')).toBe('AN');
  expect(initials('李雷')).toBe('李');
  expect(initials('   ')).toBe('?');
  expect(initials('(Ib) Sørensen')).toBe('IS');
});

test('a person keeps the same colour', () => {
  expect(faceOf('Karin Lindqvist')).toBe(faceOf('Karin Lindqvist'));
  expect(new Set(['Ann', 'Bo', 'Cilla', 'Dan', 'Eva', 'Finn', 'Gun', 'Hal'].map(faceOf)).size).toBeGreaterThan(2);
});
