import type { ReportProgress } from '@casebook/core';
import type { CommandIo } from './io';

const WIDTH = 24;

/** Tells steps: as a bar that redraws itself on a terminal, otherwise as lines. */
export function showProgress(io: CommandIo): ReportProgress {
  return ({ message, done = 0, total = 0 }) => {
    if (!io.isTerminal) {
      io.notice(`[${done}/${total}] ${message}\n`);
      return;
    }
    const filled = total === 0 ? 0 : Math.round((WIDTH * done) / total);
    const bar = `${'█'.repeat(filled)}${'░'.repeat(WIDTH - filled)}`;
    const isLast = total > 0 && done === total;
    io.notice(`\r\u001b[2K${bar} ${done}/${total} ${message}${isLast ? '\n' : ''}`);
  };
}
