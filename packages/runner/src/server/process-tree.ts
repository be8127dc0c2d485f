import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

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
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      const parent = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1];
      return [[pid, Number(parent)]];
    } catch {
      return [];
    }
  });
}

function parentsFromPs(): [number, number][] {
  const text = execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' });
  return text
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number) as [number, number]);
}
