import { featureOf, importedPath, isPlatform, isQueries, isTest, serverPath } from './places.mjs';

/** The rules of docs/ARCHITECTURE.md that a machine can hold; scripts/lint/house-rules.test.ts plants each violation. */

const requesters = new Set(['undici', 'axios', 'got', 'node:http', 'node:https', 'node:http2', 'http', 'https', 'http2']);
const builders = new Set(['selectFrom', 'insertInto', 'updateTable', 'deleteFrom', 'mergeInto']);
const slow = new Set(['fetch', 'setTimeout', 'sleep', 'storeFile', 'sendMail', 'readMail', 'authenticateMail', 'say']);

/** A rule for product files of the server only. */
function serverRule(create) {
  return {
    create(context) {
      const path = serverPath(context.filename);
      return path === null || isTest(path) ? {} : create(context, path);
    },
  };
}

function onImports(check) {
  return serverRule((context, path) => {
    const visit = (node) => {
      const source = node.source?.value;
      const message = typeof source === 'string' ? check(path, importedPath(path, source), node) : null;
      if (message) context.report({ node, message });
    };
    return { ImportDeclaration: visit, ExportNamedDeclaration: visit, ExportAllDeclaration: visit, ImportExpression: visit };
  });
}

const typeOnly = (node) => node.importKind === 'type' || node.exportKind === 'type';

const platformKnowsNoFeature = onImports((path, target) =>
  isPlatform(path) && target.startsWith('features/') ? 'platform knows no feature: turn it round, the feature uses the platform' : null,
);

const featuresMeetAtTheDoor = onImports((path, target) => {
  const other = featureOf(target);
  if (!other || other === featureOf(path) || target === `features/${other}/index.ts`) return null;
  return `features meet only through index.ts: import features/${other}/index.ts`;
});

const onlyQueriesSeeKysely = serverRule((context, path) => {
  if (isQueries(path) || path.startsWith('platform/db/')) return {};
  return {
    ImportDeclaration(node) {
      if (node.source.value === 'kysely') context.report({ node, message: 'only *.queries.ts and platform/db see Kysely' });
    },
    CallExpression(node) {
      if (node.callee.type === 'MemberExpression' && builders.has(node.callee.property.name))
        context.report({ node, message: `only *.queries.ts write SQL: ${node.callee.property.name}` });
    },
  };
});

const onlyConfigReadsTheEnvironment = serverRule((context, path) => {
  if (path === 'config.ts') return {};
  return {
    MemberExpression(node) {
      if (node.object.type === 'Identifier' && node.object.name === 'process' && (node.property.name ?? node.property.value) === 'env')
        context.report({ node, message: 'only config.ts reads the environment' });
    },
    ImportDeclaration(node) {
      const names = node.specifiers.map((specifier) => specifier.imported?.name);
      if (['node:process', 'process'].includes(node.source.value) && names.includes('env')) context.report({ node, message: 'only config.ts reads the environment' });
    },
  };
});

const onlyOutboundMakesRequests = serverRule((context, path) => {
  if (path.startsWith('platform/outbound/')) return {};
  return {
    ImportDeclaration(node) {
      if (requesters.has(node.source.value) && !typeOnly(node)) context.report({ node, message: 'only platform/outbound makes requests' });
    },
    CallExpression(node) {
      if (node.callee.type === 'Identifier' && node.callee.name === 'fetch') context.report({ node, message: 'only platform/outbound makes requests' });
    },
  };
});

const onlyTheClockTellsTheTime = serverRule((context, path) => {
  if (path.startsWith('platform/clock/')) return {};
  const message = 'only platform/clock tells the time: take a Clock';
  return {
    NewExpression(node) {
      if (node.callee.name === 'Date' && node.arguments.length === 0) context.report({ node, message });
    },
    CallExpression(node) {
      const { callee } = node;
      if (callee.type === 'Identifier' && callee.name === 'Date') context.report({ node, message });
      if (callee.type === 'MemberExpression' && callee.property.name === 'now' && ['Date', 'performance'].includes(callee.object.name)) context.report({ node, message });
    },
  };
});

/**
 * A query function that writes takes the transaction first, so that nobody writes beside it; or it says with its first
 * parameter's name, `alone`, that it is one statement which commits by itself and is no part of a command.
 */
const writersTakeTheTransaction = serverRule((context, path) => {
  if (!isQueries(path)) return {};
  const text = context.sourceCode.getText();
  return {
    ExportNamedDeclaration(node) {
      const declared = node.declaration;
      if (declared?.type !== 'FunctionDeclaration' || !declared.body) return;
      const body = text.slice(declared.body.range[0], declared.body.range[1]);
      if (!/\.(insertInto|updateTable|deleteFrom)\(|\b(insert into|delete from|update\s+[a-z_."]+\s+set)\b/i.test(body)) return;
      const first = declared.params[0];
      if (first?.type === 'Identifier' && (first.name === 'tx' || first.name === 'alone')) return;
      context.report({ node: declared.id ?? declared, message: `${declared.id?.name} writes, so its first parameter is tx: Tx (or alone: Alone)` });
    },
  };
});

const nothingSlowInATransaction = serverRule((context) => {
  let depth = 0;
  const opens = (node) =>
    node.callee.type === 'MemberExpression' && node.callee.property.name === 'execute' && node.callee.object.type === 'CallExpression' &&
    node.callee.object.callee.type === 'MemberExpression' && node.callee.object.callee.property.name === 'transaction';
  const nameOf = (callee) => (callee.type === 'Identifier' ? callee.name : callee.type === 'MemberExpression' ? callee.property.name : undefined);
  const touchesFiles = ({ callee }) => callee.type === 'MemberExpression' && ['put', 'read', 'readWhole'].includes(callee.property.name) && callee.object.type === 'MemberExpression' && callee.object.property.name === 'files';
  return {
    CallExpression(node) {
      if (depth > 0 && (slow.has(nameOf(node.callee)) || touchesFiles(node)))
        context.report({ node, message: `nothing slow inside a transaction: ${nameOf(node.callee)} comes before it or after the commit` });
      if (opens(node)) depth += 1;
    },
    'CallExpression:exit'(node) {
      if (opens(node)) depth -= 1;
    },
  };
});

export default {
  meta: { name: 'ombud' },
  rules: {
    'platform-knows-no-feature': platformKnowsNoFeature,
    'features-meet-at-the-door': featuresMeetAtTheDoor,
    'only-queries-see-kysely': onlyQueriesSeeKysely,
    'only-config-reads-the-environment': onlyConfigReadsTheEnvironment,
    'only-outbound-makes-requests': onlyOutboundMakesRequests,
    'only-the-clock-tells-the-time': onlyTheClockTellsTheTime,
    'writers-take-the-transaction': writersTakeTheTransaction,
    'nothing-slow-in-a-transaction': nothingSlowInATransaction,
  },
};
