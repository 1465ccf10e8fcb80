import { testLanguages } from './support/languages.ts';

testLanguages(['en', 'sv', 'es', 'da', 'pl']);
