import openapiTS, { astToString, type OpenAPI3 } from 'openapi-typescript';

/** The text of src/schema.gen.ts: types of every path and shape in the OpenAPI document. */
export async function describeClient(document: object): Promise<string> {
  const types = await openapiTS(structuredClone(document) as OpenAPI3, { alphabetize: true });
  return `// Made by \`npm run openapi\` out of openapi.json; do not edit.\n\n${astToString(types)}`;
}
