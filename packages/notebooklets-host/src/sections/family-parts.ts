import type { Row } from '@casebook/core';
import type { HostRun } from '../run/host-run';
import type { Part } from '../run/list-section';

/** The queries of a section by operating system. */
export interface FamilyParts<W extends Row, L extends Row> {
  readonly windows: Part<W>;
  readonly linux: Part<L>;
}

/** Those that fit the host; both where its system is unknown. */
export const familyParts = <W extends Row, L extends Row>(
  { os }: HostRun,
  { windows, linux }: FamilyParts<W, L>,
): readonly Part<W | L>[] => {
  const parts = [...(os === 'Linux' ? [] : [windows]), ...(os === 'Windows' ? [] : [linux])];
  return parts as unknown as readonly Part<W | L>[];
};
