import type { Catalog } from './en.ts';
import { first } from './es.first.ts';
import { rest } from './es.rest.ts';

export const catalog: Catalog = { ...first, ...rest };
