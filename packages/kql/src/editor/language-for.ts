import type { LanguageService } from '@casebook/core';
import type { Schema } from '../contract/schema';
import { complete } from './complete';
import { diagnose } from './diagnose';
import { hover } from './hover';

/** The language service over the tables and functions of a schema. */
export const languageFor = (schema: Schema): LanguageService => ({
  diagnose: (text) => diagnose(text, schema),
  complete: (text, offset) => complete(text, offset, schema),
  hover: (text, offset) => hover(text, offset, schema),
});
