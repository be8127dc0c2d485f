import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CasebookError, Frame } from '@casebook/core';
import { Engine } from '../engine/engine';
import { engineError } from '../engine/engine-error';
import { fileClock, type FileClock } from '../file-clock';
import { FileWorkspace } from '../file-workspace';
import type { Workspace } from '../workspace';
import { resolveOptions, type ResolvedOptions, type WorkspaceOptions } from '../workspace-options';
import { loadFrame } from './load-frame';

/** How frames are opened: as a workspace of files is, but for what concerns files. */
export type FramesOptions = Pick<
  WorkspaceOptions,
  'now' | 'deadline' | 'maxRows' | 'maxBytes' | 'memoryLimit' | 'missingTables'
>;

const NAMES = ['now', 'deadline', 'maxRows', 'maxBytes', 'memoryLimit', 'missingTables'];

const noClock: FileClock = {
  origin: 'unknown: frames have no time of their own, and no now was given',
  now: () => {
    throw new CasebookError('ClockUnknown', 'unknown time: frames have no time of their own', {
      help: 'Give the moment that now() stands for: { now }.',
    });
  },
};

const resolved = (options: FramesOptions): ResolvedOptions => {
  const unknown = Object.keys(options).find((name) => !NAMES.includes(name));
  if (unknown !== undefined)
    throw new CasebookError('UnknownOption', `unknown option: ${unknown}`, {
      help: `Options: ${NAMES.join(', ')}.`,
    });
  return resolveOptions({ missingTables: 'error', ...options });
};

const checked = (frames: Readonly<Record<string, Frame>>): [string, Frame][] =>
  Object.entries(frames).map(([name, frame]) => {
    if (Frame.is(frame)) return [name, frame];
    throw new CasebookError('InvalidParameter', `no frame under the table name ${JSON.stringify(name)}`);
  });

const load = async (
  frames: Readonly<Record<string, Frame>>,
  work: string,
  options: ResolvedOptions,
  cleanUp: () => Promise<void>,
): Promise<Workspace> => {
  const { memoryLimit, missingTables, now } = options;
  const engine = await Engine.open({ files: [], folders: [], temporary: work, memoryLimit });
  try {
    const tables = [];
    for (const [index, [name, frame]] of checked(frames).entries())
      tables.push(await loadFrame(engine, name, `table_${index}`, frame));
    return new FileWorkspace({
      name: 'frames',
      source: `frames: ${tables.map(({ schema }) => schema.name).join(', ')}`,
      catalogue: { engine, tables, issues: [], views: [], files: [] },
      clock: now ? fileClock(now, []) : noClock,
      options,
      names: { missingTables },
      cleanUp,
    });
  } catch (error) {
    engine.close();
    throw error;
  }
};

/**
 * Opens frames as a workspace that answers KQL: each is a table under its key, copied once into an engine in memory. All ten
 * types are exact; answers keep the notices of the frames that they read. Time is `now` alone: without it, a text that asks for the
 * time is a `ClockUnknown` error. A known table that is not among them is an error, unless `missingTables` says otherwise. What is
 * not a frame, or a frame without columns, is `InvalidParameter`; a decimal beyond 21 digits before its point or 17 behind it is
 * `InvalidValue`. Close it when done.
 */
export const openFrames = async (
  frames: Readonly<Record<string, Frame>>,
  options: FramesOptions = {},
): Promise<Workspace> => {
  const all = resolved(options);
  const work = await realpath(await mkdtemp(join(tmpdir(), 'casebook-')));
  const cleanUp = (): Promise<void> => rm(work, { recursive: true, force: true });
  try {
    return await load(frames, work, all, cleanUp);
  } catch (error) {
    await cleanUp();
    throw engineError(error);
  }
};
