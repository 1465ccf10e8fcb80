import { readFile } from 'node:fs/promises';
import { beforeAll, expect, test } from 'vitest';
import { describeClient } from '../../../../packages/sdk/generate.ts';
import { renderReference } from '../platform/http/api-reference.ts';
import type { OpenApiDocument } from '../platform/http/openapi-document.ts';
import { describeApi, writeOpenApi } from './describe-api.ts';

let document: OpenApiDocument;
const committed = (path: string) => readFile(new URL(`../../../../${path}`, import.meta.url), 'utf8');

beforeAll(async () => {
  document = await describeApi();
});

test('openapi.json is what the routes say; otherwise run `npm run openapi`', async () => {
  expect(writeOpenApi(document)).toBe(await committed('openapi.json'));
});

test('the SDK’s types are what openapi.json says; otherwise run `npm run openapi`', async () => {
  expect(await describeClient(JSON.parse(await committed('openapi.json')) as object)).toBe(await committed('packages/sdk/src/schema.gen.ts'));
});

test('every operation has a name of its own, a summary, a tag and its refusals', () => {
  const operations = Object.entries(document.paths).flatMap(([path, methods]) => Object.entries(methods).map(([method, operation]) => ({ route: `${method} ${path}`, operation })));
  expect(new Set(operations.map(({ operation }) => operation.operationId)).size).toBe(operations.length);
  for (const { route, operation } of operations) {
    expect([route, Boolean(operation.operationId && operation.summary && operation.tags?.length)]).toEqual([route, true]);
    if (!operation.security) expect([route, Object.keys(operation.responses ?? {}).some((status) => /^4(?:01|XX)$/.test(status))]).toEqual([route, true]);
  }
});

test('the reference shows every operation, and runs and loads nothing foreign', () => {
  const page = renderReference(document);
  for (const path of Object.keys(document.paths)) expect(page).toContain(`</span> ${path}</h3>`);
  expect(page).not.toMatch(/<script|<style|style=|onclick|https?:\/\/(?!example)/i);
});

test('a text in a schema cannot become markup of the reference', () => {
  const hostile = '<img src=x onerror=alert(1)>';
  const page = renderReference({ openapi: '3.1.0', info: { title: hostile, version: '1' }, paths: { [`/${hostile}`]: { get: { summary: hostile, tags: [hostile], operationId: `"${hostile}` } } } });
  expect(page).not.toContain('<img');
});
