import { isTextType, type KqlType } from '@casebook/core';
import type { ColumnBuilder } from './column-builder';
import { NumberBuilder } from './number-builder';
import { TextBuilder } from './text-builder';

/** A builder for a column of a type. */
export const builderFor = (type: KqlType): ColumnBuilder =>
  isTextType(type) ? new TextBuilder(type) : new NumberBuilder(type);
