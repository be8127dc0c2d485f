import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** The processes that descend from one, itself left out; empty where the system does not tell. */
export function descendants(pid: number): number[] {
  const children = new Map<number, number[]>();
  for (const [child, parent] of parents()) children.set(parent, [...(children.get(parent) ?? []), child]);
  const found: number[] = [];
  for (let queue = [pid]; queue.length > 0;) {
    queue = queue.flatMap((one) => children.get(one) ?? []);
    found.push(...queue);
  }
  return found;
}

/** The processes whose environment holds a text, also those whose parents are gone; empty where the system does not tell. */
export function processesWith(text: string): number[] {
  if (process.platform !== 'linux') return [];
  return numbered().filter((pid) => {
    try {
      return pid !== process.pid && readFileSync(`/proc/${pid}/environ`, 'utf8').includes(text);
    } catch {
      return false;
    }
  });
}

/** Kills each process and the group that it leads; those that are gone are passed over. */
export function killAll(pids: readonly number[]): void {
  for (const pid of pids) {
    for (const target of [-pid, pid]) {
      try {
        process.kill(target, 'SIGKILL');
      } catch {
        continue;
      }
    }
  }
}

/** Kills processes and waits until none of them runs; at most so many milliseconds, as a dying one gives its memory back first. */
export async function killUntilGone(pids: () => readonly number[], limit = 10_000): Promise<void> {
  for (let waited = 0; waited < limit; waited += 20) {
    const running = pids().filter(isRunning);
    if (running.length === 0) return;
    killAll(running);
    await sleep(20);
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return process.platform !== 'linux' || !fieldsOf(pid)[0]?.startsWith('Z');
  } catch {
    return false;
  }
}

function parents(): [number, number][] {
  try {
    return process.platform === 'linux' ? parentsFromProc() : parentsFromPs();
  } catch {
    return [];
  }
}

function numbered(): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number);
}

function parentsFromProc(): [number, number][] {
  return numbered().flatMap((pid): [number, number][] => {
    try {
      return [[pid, Number(fieldsOf(pid)[1])]];
    } catch {
      return [];
    }
  });
}

/** What `/proc` tells of a process behind its name: state, parent, group and so on. */
function fieldsOf(pid: number): string[] {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
}

function parentsFromPs(): [number, number][] {
  const text = execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' });
  return text
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number) as [number, number]);
}
