import { queries } from '@casebook/queries';
import type { HostSummarySections } from '../host-summary-result';
import { mentionsHost, shortName } from '../resolve/host-names';
import type { HostRun } from '../run/host-run';
import { textsOf } from '../resolve/texts-of';
import { listSection, part } from '../run/list-section';

/** Lists the bookmarks of earlier hunts that name the host as a whole name. */
export const bookmarksSection = (run: HostRun): Promise<HostSummarySections['bookmarks']> =>
  listSection(run, {
    title: 'Related bookmarks',
    things: 'bookmarks that name the host',
    parts: [part(queries.AzureSentinel.list_bookmarks_for_entity, { entity_id: shortName(run.names.asked) })],
    refine: (frame) => ({
      frame: frame.where((row) =>
        [row.QueryResultRow, row.Entities, row.Notes, row.BookmarkName]
          .flatMap(textsOf)
          .some((text) => mentionsHost(text, run.names)),
      ),
    }),
  });
