import { Frame, type ChartIntent, type Json, type Row, type Searched, type Section } from '@casebook/core';

/** What a section may be made of; all else has a plain default. */
export interface SectionParts<R extends Row> {
  readonly title: string;
  readonly reason?: string;
  readonly query?: string;
  readonly milliseconds?: number;
  readonly frame?: Frame<R>;
  readonly facts?: Readonly<Record<string, Json>>;
  readonly chart?: ChartIntent;
  readonly searched?: readonly Searched[];
}

/** Makes a section; without a frame it has an empty one. Parts that are undefined are left out. */
export const makeSection = <R extends Row>(
  status: Section['status'],
  { frame = new Frame<R>([]), milliseconds = 0, ...rest }: SectionParts<R>,
): Section<R> => {
  const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
  return Object.freeze({ ...(given as typeof rest), status, rows: frame.rowCount, milliseconds, frame });
};
