import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { OutsideFiles, PreparedRecords, RecordReading } from '@casebook/kql';
import { unreadable, readRecords } from './read-records';
import { readText } from './read-text';

/** A file that stands for the addresses that a pattern matches. */
export interface AddressMapping {
  /** An address of `externaldata`, without what follows `?` or `;`; `*` stands for anything. */
  readonly address: string;
  /** The name to show. */
  readonly name: string;
  /** The real path. */
  readonly path: string;
}

/** The files behind `externaldata`: prepared on first use, one JSON text a line, in a folder of their own. */
export class MappedFiles implements OutsideFiles {
  private readonly prepared = new Map<string, PreparedRecords>();

  /**
   * @param mappings the first that fits an address counts.
   * @param folder where prepared files are kept; the engine may read it.
   */
  constructor(
    private readonly mappings: readonly AddressMapping[],
    private readonly folder: string,
  ) {}

  records(address: string, reading: RecordReading): PreparedRecords | undefined {
    const mapping = this.mappings.find((one) => fits(one.address, address));
    if (!mapping) return undefined;
    const { name, path } = mapping;
    if (/\.zip$/i.test(path))
      throw unreadable(name, 'a zip archive cannot stand for an address: map a file of it');
    const key = JSON.stringify([path, reading.format, reading.ignoreFirstRecord]);
    const known = this.prepared.get(key);
    if (known) return known;
    const { shape, records } = readRecords(name, readText(name, path), reading);
    const target = join(this.folder, `records-${this.prepared.size}.txt`);
    writeFileSync(target, records.map((record) => `${record}\n`).join(''));
    const made: PreparedRecords = { path: target, shape };
    this.prepared.set(key, made);
    return made;
  }
}

const fits = (pattern: string, address: string): boolean => {
  const pieces = pattern.split('*').map((piece) => piece.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${pieces.join('.*')}$`, 'is').test(address);
};
