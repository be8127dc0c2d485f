import { DateTime, TICKS } from '@casebook/core';
import { sameFile } from '../file/same-file';
import { sameHost } from '../host/same-host';
import type { Process } from './process';

/**
 * Whether two processes are one: the same number and image on one host, started within a second of each other (an alert and
 * the event it came from write the start a little apart). What is not known on both sides is not taken for equal.
 */
export const sameProcess = (a: Process, b: Process): boolean =>
  processNumber(a) !== null &&
  processNumber(a) === processNumber(b) &&
  Boolean(a.Host && b.Host && sameHost(a.Host, b.Host)) &&
  Boolean(a.ImageFile && b.ImageFile && sameFile(a.ImageFile, b.ImageFile)) &&
  Boolean(a.CreationTimeUtc && b.CreationTimeUtc && within(a.CreationTimeUtc, b.CreationTimeUtc));

const processNumber = ({ ProcessId }: Process): number | null => {
  const number = ProcessId === undefined || ProcessId === '' ? NaN : Number(ProcessId);
  return Number.isNaN(number) ? null : number;
};

const within = (a: string, b: string): boolean => {
  const apart = DateTime.parse(a).ticks - DateTime.parse(b).ticks;
  return apart <= TICKS.second && apart >= -TICKS.second;
};
