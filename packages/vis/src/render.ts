import { inspect } from 'node:util';
import { Frame } from '@casebook/core';
import type { MimeBundle } from './mime-bundle';
import { frameHtml } from './table/frame-html';
import { frameText } from './table/frame-text';

/** Turns a value into an output: see `MimeBundle`. Pure: the same value gives the same bundle. */
export const render = (value: unknown): MimeBundle => {
  if (Frame.is(value)) return { 'text/plain': frameText(value), 'text/html': frameHtml(value).text };
  return { 'text/plain': typeof value === 'string' ? value : inspect(value) };
};
