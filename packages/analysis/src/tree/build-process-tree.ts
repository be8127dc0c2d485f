import type { Frame } from '@casebook/core';
import { runInSlices, runNow, type AsyncOptions, type Steps } from '../run/steps';
import { chooseSchema } from './choose-schema';
import { linkedProcesses } from './linked-processes';
import type { ProcessSchema } from './process-schema';
import { ProcessTree } from './process-tree';
import { treeParts } from './tree-parts';

/** What `buildProcessTree` may be told. */
export interface BuildProcessTreeOptions {
  /** The log's schema, or the name of one; default the one that fits the columns best. */
  readonly schema?: string | ProcessSchema;
  /** The schemas to choose from; default `PROCESS_SCHEMAS`. */
  readonly schemas?: readonly ProcessSchema[];
  /** `'msticpy'` gives inferred parents the epoch as their start, and adds the names in small letters: `new_process_lc`, `parent_proc_lc`. */
  readonly compatibility?: 'msticpy';
}

/**
 * Builds the forest of processes of a log: Security 4688, Sysmon 1 (Windows, Linux), auditd, Defender, ASIM, FireEye HX, or what the
 * caller's schema names (see `PROCESS_SCHEMAS`). A parent is the latest process of the same host, id and (where told) name that started
 * no later than its child; where the log tells when the parent started, the process of that moment. The logon session only breaks
 * ties. Parents that the log does not hold are inferred and marked, with the session that their child was started from.
 *
 * The columns of time are datetime or text in ISO 8601, those of ids text or numbers (`0x10` and 16 are one). `toFrame()` has the columns
 * of the log, then `Inferred` (bool), `EffectiveLogonId`, `proc_key`, `parent_key` (string, empty for a root), `IsRoot`, `IsLeaf`, `IsBranch`
 * (bool), `source_index`, `path`, `parent_index` (string), `Depth` (long, 0 for a root), each root followed by its descendants. Rows that are no
 * process starts, have no time or repeat another are left out, and a notice says how many.
 *
 * MSTICPy's `build_process_tree` looks past the host, gives inferred parents the epoch as their time, takes the time of the report for
 * Defender's processes, and renames Defender's columns; here inferred parents have no time unless `compatibility: 'msticpy'` asks for it,
 * and columns keep their names. Paths of more than 64 levels are shortened.
 *
 * Errors: `UnknownColumn` where no schema fits, with what the nearest one lacks and the column most like it; `TypeMismatch`;
 * `InvalidParameter` for an unknown schema. O(n log n).
 */
export const buildProcessTree = (frame: Frame, options: BuildProcessTreeOptions = {}): ProcessTree =>
  runNow(treeSteps(frame, options));

/** `buildProcessTree` in slices of 50 ms, with a signal and progress; errors also `QueryAborted`. */
export const buildProcessTreeAsync = (
  frame: Frame,
  options: BuildProcessTreeOptions & AsyncOptions = {},
): Promise<ProcessTree> => runInSlices(treeSteps(frame, options), options);

function* treeSteps(frame: Frame, options: BuildProcessTreeOptions): Steps<ProcessTree> {
  const chosen = chooseSchema(frame, options.schema, options.schemas);
  const linked = yield* linkedProcesses(frame, chosen, options.compatibility === 'msticpy');
  return new ProcessTree(yield* treeParts(linked, chosen));
}
