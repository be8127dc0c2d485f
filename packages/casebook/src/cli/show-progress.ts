import type { ReportProgress } from '@casebook/core';
import type { CommandIo } from './io';

const WIDTH = 24;

/** Tells steps: as a bar that redraws itself on a terminal, otherwise as lines. */
export function showProgress(io: CommandIo): ReportProgress {
  return ({ message, done, total }) => {
    const counted = done === undefined || total === undefined ? '' : `${done}/${total} `;
    const isLast = total !== undefined && done === total;
    if (io.isTerminal) io.notice(`\r\u001b[2K${bar(done, total)}${counted}${message}${isLast ? '\n' : ''}`);
    else io.notice(`${counted}${message}\n`);
  };
}

function bar(done = 0, total = 0): string {
  if (total === 0) return '';
  const filled = Math.round((WIDTH * done) / total);
  return `${'█'.repeat(filled)}${'░'.repeat(WIDTH - filled)} `;
}
