import { testLanguages } from './support/languages.ts';

testLanguages(['pl']);
