import type { PlanNode } from '../plan/relation';
import type { Scope } from '../plan/scope';
import type { WindowStep } from '../plan/windows';
import { quoteId } from '../sql/quote-sql';
import { foldSessions } from '../values/fold-sessions';
import { hostCall } from './host-function';

/** The sessions to find: SQL of the moments and restarts, the order, the two distances in ticks, the column to add. */
export interface Sessions {
  readonly value: string;
  readonly restart: string;
  readonly order: string;
  readonly limits: readonly [fromFirst: bigint, between: bigint];
  readonly id: string;
}

/** Adds the start of its session to each row: all moments go through one fold, and come back by their place. */
export function sessionStarts(sessions: Sessions, scope: Scope): WindowStep {
  const { names } = scope.compilation;
  const place = quoteId(names.fresh('place'));
  const moment = `coalesce(CAST(${sessions.value} AS VARCHAR), '') || CASE WHEN ${sessions.restart} THEN '!' ELSE '' END`;
  const folded = hostCall(
    { name: 'window_session', takes: ['string', 'long', 'long'], gives: 'string', call: foldSessions },
    [
      `coalesce(string_agg(${moment}, ',' ORDER BY ${place}), '')`,
      ...sessions.limits.map((limit) => `${limit}::BIGINT`),
    ],
    scope,
  );
  return (input) => {
    const numbered: PlanNode = {
      kind: 'shared',
      name: names.fresh('rows'),
      materialized: true,
      input: {
        kind: 'template',
        inputs: [input],
        pieces: [`SELECT *, row_number() OVER (ORDER BY ${sessions.order}) AS ${place} FROM `, ''],
      },
    };
    const found = `SELECT TRY_CAST(unnest(l) AS BIGINT) AS v, generate_subscripts(l, 1) AS p FROM (SELECT string_split(${folded}, ',') AS l FROM `;
    return {
      kind: 'template',
      inputs: [numbered, numbered],
      pieces: [
        `SELECT b.*, s.v AS ${quoteId(sessions.id)} FROM `,
        ` AS b JOIN (${found}`,
        `)) AS s ON s.p = b.${place}`,
      ],
    };
  };
}
