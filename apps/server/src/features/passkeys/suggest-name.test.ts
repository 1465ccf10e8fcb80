import { expect, test } from 'vitest';
import { suggestName } from './suggest-name.ts';

const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';
const nobody = '00000000-0000-0000-0000-000000000000';

test('a passkey is named after what keeps it, else after where it was made', () => {
  expect(suggestName('D548826E-79B4-DB40-A3D8-11116F7E8349', firefox)).toBe('Bitwarden');
  expect(suggestName(nobody, firefox)).toBe('Firefox, Linux');
  expect(suggestName(nobody, 'curl/8.5.0')).toBe('Passkey');
  expect(suggestName('constructor', null)).toBe('Passkey');
});
