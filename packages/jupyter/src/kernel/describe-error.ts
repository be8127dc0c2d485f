import { inspect } from 'node:util';
import { CasebookError, explainError, pointAt } from '@casebook/core';
import type { Failure } from './failure';
import { stackFrames, type Locate } from './stack-frames';

const ofCasebook = (error: CasebookError): Failure => ({
  ename: error.code,
  evalue: error.message,
  traceback: explainError(error),
});

const isInterruption = (error: Error): boolean =>
  error.message === 'Interrupted asynchronously' ||
  (error as NodeJS.ErrnoException).code === 'ERR_SCRIPT_EXECUTION_INTERRUPTED';

const isError = (value: unknown): value is Error =>
  value instanceof Error || Object.prototype.toString.call(value) === '[object Error]';

const ofError = (error: Error, locate: Locate): Failure => {
  const name = String(error.name || 'Error');
  const message = String(error.message);
  const frames = stackFrames(String(error.stack ?? ''), locate);
  const place = frames.find((frame) => frame.place)?.place;
  const marked = place ? pointAt(place.code, { ...place, length: 1 }) : [];
  const lines = [message === '' ? name : `${name}: ${message}`, ...marked, ...frames.map(({ text }) => text)];
  return { ename: name, evalue: message, traceback: [...lines, ...causes(error, locate)] };
};

const causes = ({ cause }: Error, locate: Locate): readonly string[] => {
  if (cause === undefined) return [];
  const { traceback } = describeError(cause, locate);
  return [`caused by ${traceback[0] ?? ''}`, ...traceback.slice(1)];
};

const ofValue = (thrown: unknown): Failure => {
  const evalue = typeof thrown === 'string' ? thrown : inspect(thrown);
  return { ename: 'Thrown', evalue, traceback: [`Thrown: ${evalue}`] };
};

const INTERRUPTED: Failure = {
  ename: 'Interrupted',
  evalue: 'the cell was interrupted',
  traceback: ['Interrupted: the cell was interrupted'],
};

/** Describes what a cell threw, with the places of cells as they were written and without the kernel's own frames. */
export const describeError = (thrown: unknown, locate: Locate): Failure => {
  if (CasebookError.is(thrown)) return ofCasebook(thrown);
  if (!isError(thrown)) return ofValue(thrown);
  return isInterruption(thrown) ? INTERRUPTED : ofError(thrown, locate);
};
