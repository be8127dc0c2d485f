import type { Person } from '../company/people';
import { SPAN, ticksCell, type Moment } from '../moment';
import type { SampleRow } from '../row';
import { stableId } from './alert';

/** A hunting bookmark: a row of an answer that an analyst kept. */
export interface BookmarkDraft {
  readonly key: string;
  readonly name: string;
  readonly by: Person;
  readonly at: Moment;
  /** When the kept row happened. */
  readonly event: Moment;
  readonly notes: string;
  readonly query: string;
  readonly row: Readonly<Record<string, unknown>>;
  readonly tags?: readonly string[];
  readonly deleted?: boolean;
}

/** Writes a row of HuntingBookmark. */
export const bookmarkRow = (draft: BookmarkDraft): SampleRow => ({
  at: draft.at,
  cells: {
    BookmarkId: stableId(draft.key),
    BookmarkName: draft.name,
    BookmarkType: 'Hunting',
    CreatedBy: JSON.stringify({
      ObjectId: draft.by.objectId,
      Email: draft.by.upn,
      Name: `${draft.by.given} ${draft.by.family}`,
    }),
    UpdatedBy: JSON.stringify({
      ObjectId: draft.by.objectId,
      Email: draft.by.upn,
      Name: `${draft.by.given} ${draft.by.family}`,
    }),
    CreatedTime: ticksCell(draft.at),
    LastUpdatedTime: ticksCell(draft.at),
    EventTime: ticksCell(draft.event),
    QueryStartTime: ticksCell(draft.event - 12 * SPAN.hour),
    QueryEndTime: ticksCell(draft.event + 12 * SPAN.hour),
    Notes: draft.notes,
    QueryText: draft.query,
    QueryResultRow: JSON.stringify(draft.row),
    Entities: '[]',
    Tags: JSON.stringify(draft.tags ?? []),
    SoftDeleted: draft.deleted ?? false,
  },
});
