import { CasebookError } from '@casebook/core';

/** What bounds the work on packed content; numbers are whole and at least 1. */
export interface DecodeLimits {
  /** How deep content is followed into content; default 20. */
  readonly maxDepth?: number;
  /** How many bytes are unpacked for one text; default 8 MiB. */
  readonly maxBytes?: number;
  /** How many bytes are unpacked in one call; default 64 MiB. */
  readonly maxTotalBytes?: number;
  /** How many times its packed size content may have beyond the first 64 KiB; default 200. */
  readonly maxRatio?: number;
  /** How many items are found in one text; default 1,000. */
  readonly maxItems?: number;
}

/** What a decoding of one text is told. */
export interface DecodeTextOptions extends DecodeLimits {
  /** Takes bytes that are well-formed UTF-16 of any script for text, also where they could be something else; default false. */
  readonly utf16?: boolean;
  /** Is told each candidate and what became of it. */
  readonly trace?: (line: string) => void;
  /** `'msticpy'` finds the candidates of the original, and gives its columns. */
  readonly compatibility?: 'msticpy';
}

/** What `decodeBase64` is told. */
export interface DecodeBase64Options extends DecodeTextOptions {
  /** The column to search, text or dynamic. */
  readonly column: string;
}

/** The options with their defaults. */
export interface DecodeSettings extends Required<DecodeLimits> {
  readonly utf16: boolean;
  readonly trace: ((line: string) => void) | undefined;
}

const DEFAULTS: Required<DecodeLimits> = {
  maxDepth: 20,
  maxBytes: 8 * 2 ** 20,
  maxTotalBytes: 64 * 2 ** 20,
  maxRatio: 200,
  maxItems: 1000,
};

/** Fills in the defaults; a limit that is no whole number from 1 is an `InvalidParameter` error. */
export function decodeSettings(options: DecodeTextOptions): DecodeSettings {
  const limits = { ...DEFAULTS };
  for (const name of Object.keys(DEFAULTS) as (keyof DecodeLimits)[]) {
    const value = options[name];
    if (value === undefined) continue;
    if (!Number.isSafeInteger(value) || value < 1)
      throw new CasebookError('InvalidParameter', `invalid ${name}: ${value}`, {
        help: 'Give a whole number from 1.',
      });
    limits[name] = value;
  }
  return { ...limits, utf16: options.utf16 ?? false, trace: options.trace };
}
