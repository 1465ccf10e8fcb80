import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { splitReply } from './reply-text.ts';

// The public set of real replies with what a person marked as new in them; it is not part of the product.
const corpora = process.env['OMBUD_CORPORA'];
const demanded = 32;

test.skipIf(corpora === undefined)(
  `at least ${demanded} of the 35 replies of the public set are cut exactly${corpora === undefined ? ' (OMBUD_CORPORA is unset)' : ''}`,
  () => {
    const folder = join(corpora ?? '', 'mail', 'replies');
    const names = readdirSync(join(folder, 'emails'));
    const failing = names.filter((name) => {
      const { reply, parts } = splitReply(readFileSync(join(folder, 'emails', name), 'utf8'));
      expect(parts.map((part) => part.text).join('')).toBe(readFileSync(join(folder, 'emails', name), 'utf8'));
      return reply !== readFileSync(join(folder, 'trimmed', name), 'utf8').trimEnd();
    });
    expect(names.length, 'the set is there').toBeGreaterThanOrEqual(35);
    expect(names.length - failing.length, `not exact: ${failing.join(', ')}`).toBeGreaterThanOrEqual(demanded);
  },
);
