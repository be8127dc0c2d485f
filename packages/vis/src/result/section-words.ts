import type { Searched, Section } from '@casebook/core';
import { formatCount } from '../table/format-cell';

const searchedText = ({ table, rowsInSpan, rowsOfEntity }: Searched): string => {
  const own = rowsOfEntity === undefined ? '' : `, ${formatCount(rowsOfEntity)} of them about this one`;
  return `${table}: ${formatCount(rowsInSpan)} ${rowsInSpan === 1 ? 'row' : 'rows'} in the time span${own}`;
};

/** What was searched, as one line; empty where the section does not say, or where its reason names those tables. */
export const searchedWords = ({ searched = [], reason = '' }: Section): string => {
  const untold = searched.filter(({ table }) => !reason.includes(table));
  return untold.length > 0 ? `Searched ${untold.map(searchedText).join('; ')}.` : '';
};

/** The remark of a section in an overview: its reason, what was searched, and whether rows are missing. */
export const remarkWords = (section: Section): string =>
  [section.frame.partial ? 'Partial answer.' : '', section.reason ?? '', searchedWords(section)]
    .filter((each) => each !== '')
    .join(' ');
