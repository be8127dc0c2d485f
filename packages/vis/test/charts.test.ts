import { DateTime, Frame, timeline, type ChartIntent } from '@casebook/core';
import { PLOTLY_TYPE, render } from '@casebook/vis';

interface Figure {
  readonly data: readonly Record<string, unknown>[];
  readonly layout: Record<string, unknown>;
}

const draw = (frame: Frame, intent: ChartIntent) => {
  const bundle = render({ frame, intent });
  const html = bundle['text/html'] ?? '';
  const base64 = /src="data:image\/svg\+xml;base64,([^"]*)"/.exec(html)?.[1] ?? '';
  return {
    text: bundle['text/plain'],
    html,
    figure: bundle[PLOTLY_TYPE] as Figure,
    svg: Buffer.from(base64, 'base64').toString('utf8'),
  };
};

const events = Frame.fromRows(
  [
    { name: 'When', type: 'datetime' },
    { name: 'Kind', type: 'string' },
    { name: 'Who', type: 'string' },
  ],
  [
    { When: DateTime.parse('2026-10-05T01:00:00Z'), Kind: 'logon', Who: 'ann' },
    { When: DateTime.parse('2026-10-05T03:30:00Z'), Kind: 'logon', Who: 'bob' },
    { When: DateTime.parse('2026-10-05T02:00:00Z'), Kind: 'process', Who: 'ann' },
    { When: null, Kind: 'process', Who: 'bob' },
  ],
);

const counts = Frame.fromRows(
  [
    { name: 'EventID', type: 'int' },
    { name: 'Count', type: 'long' },
  ],
  [
    { EventID: 4624, Count: 14 },
    { EventID: 4688, Count: 363 },
    { EventID: 4625, Count: 3 },
  ],
);

test('a timeline has a lane a group, tells its span, and says what has no time', () => {
  const { text, figure, svg } = draw(events, {
    kind: 'timeline',
    title: 'What happened',
    time: 'When',
    group: 'Kind',
    hover: ['Who'],
    references: [{ time: DateTime.parse('2026-10-05T02:30:00Z'), label: 'the alert' }],
  });
  expect(text).toBe(
    'What happened\n3 events in 2 groups, most in “logon” (2), from 2026-10-05 01:00:00 to 2026-10-05 03:30:00 UTC.\n1 row without a time is not shown.',
  );
  expect(figure.data.map(({ name, x, y, text: hover }) => ({ name, x, y, hover }))).toEqual([
    {
      name: 'logon',
      x: ['2026-10-05T01:00:00.000', '2026-10-05T03:30:00.000'],
      y: [0, 0],
      hover: [
        'When: 2026-10-05 01:00:00<br>Kind: logon<br>Who: ann',
        'When: 2026-10-05 03:30:00<br>Kind: logon<br>Who: bob',
      ],
    },
    {
      name: 'process',
      x: ['2026-10-05T02:00:00.000'],
      y: [1],
      hover: ['When: 2026-10-05 02:00:00<br>Kind: process<br>Who: ann'],
    },
  ]);
  expect(figure.layout['shapes']).toEqual([expect.objectContaining({ x0: '2026-10-05T02:30:00.000' })]);
  for (const label of ['What happened', 'logon', 'process', 'the alert', 'UTC'])
    expect(svg).toContain(`>${label}</text>`);
});

test('an overlay of a timeline adds its lanes to the same axis', () => {
  const overlay = { frame: events, intent: { kind: 'timeline', title: 'again', time: 'When' } } as const;
  const { figure } = draw(events, {
    kind: 'timeline',
    title: 'T',
    time: 'When',
    group: 'Kind',
    overlays: [overlay],
  });
  expect(figure.data.map(({ name }) => name)).toEqual(['logon', 'process', 'again']);
});

test('a timeline without events says so', () => {
  const { text } = draw(Frame.fromRows(events.columns, []), { kind: 'timeline', title: 'T', time: 'When' });
  expect(text).toBe('T\nNo events with a time.');
});

test('bars take numbers as categories, in the order of the rows', () => {
  const { text, figure } = draw(counts, {
    kind: 'bar',
    title: 'Events',
    category: 'EventID',
    value: 'Count',
  });
  expect(text).toBe('Events\n3 bars of Count by EventID; the largest is “4688” with 363, 96 % of all.');
  expect((figure.layout['yaxis'] as Record<string, unknown>)['ticktext']).toEqual(['4624', '4688', '4625']);
  expect(figure.data[0]?.['x']).toEqual([14, 363, 3]);
});

test('the top bars are the largest, and the others are counted', () => {
  const { text, figure } = draw(counts, {
    kind: 'bar',
    title: 'Events',
    category: 'EventID',
    value: 'Count',
    top: 1,
  });
  expect((figure.layout['yaxis'] as Record<string, unknown>)['ticktext']).toEqual(['4688']);
  expect(text).toContain('2 more categories are not shown, 17 in all.');
});

test('rows of one category are summed, and that is said', () => {
  const twice = Frame.fromRows(counts.columns, [...counts.rows(), { EventID: 4624, Count: 6 }]);
  const { text, figure } = draw(twice, { kind: 'bar', title: 'E', category: 'EventID', value: 'Count' });
  expect(figure.data[0]?.['x']).toEqual([20, 363, 3]);
  expect(text).toContain('Rows of the same category are summed (1 joined another).');
});

test('a scatter has sizes, a colour scale with its bar, and categories on its axis', () => {
  const { text, figure, svg } = draw(counts, {
    kind: 'scatter',
    title: 'S',
    x: 'EventID',
    y: 'Count',
    size: 'Count',
    color: 'Count',
    categorical: true,
  });
  expect(text).toBe('S\n3 points: 3 values of EventID, Count from 3 to 363.');
  const [{ marker } = { marker: undefined }] = figure.data as { marker?: Record<string, unknown> }[];
  expect(marker).toMatchObject({ color: [14, 363, 3], colorscale: 'Viridis', showscale: true });
  expect((marker?.['size'] as number[]).map(Math.round)).toEqual([11, 32, 8]);
  expect((figure.layout['xaxis'] as Record<string, unknown>)['ticktext']).toEqual(['4624', '4688', '4625']);
  expect(svg.match(/<circle/g)).toHaveLength(3);
});

test('a chart that is not drawn yet says so and shows its table', () => {
  const bundle = render({
    frame: counts,
    intent: { kind: 'pie', title: 'P', category: 'EventID', value: 'Count' },
  });
  expect(Object.keys(bundle)).toEqual(['text/plain', 'text/html']);
  expect(bundle['text/plain'].split('\n')[0]).toBe('The pie chart “P” is not drawn yet; this is its table.');
  expect(bundle['text/html']).toContain('>4688</td>');
});

test('a chart of a column that is not there is an error that lists those that are', () => {
  expect(() =>
    render({ frame: counts, intent: { kind: 'bar', title: 'x', category: 'Nope', value: 'Count' } }),
  ).toThrow(expect.objectContaining({ code: 'UnknownColumn', help: 'Columns: EventID, Count.' }));
});

test('a partial answer is marked beside its chart, in text and in HTML', () => {
  const cut = counts.with({ notices: [{ code: 'rowCap', message: 'Only 3 rows.', partial: true }] });
  const { text, html } = draw(cut, { kind: 'bar', title: 'E', category: 'EventID', value: 'Count' });
  expect(text).toContain('PARTIAL: Only 3 rows.');
  expect(html).toContain('<b>Partial answer.</b> Only 3 rows.');
});

test('a timeline of many groups draws every event: the rarest groups share the last lane', () => {
  const start = DateTime.parse('2026-10-05T00:00:00Z').ticks;
  const many = Frame.fromRows(
    [
      { name: 'When', type: 'datetime' },
      { name: 'Kind', type: 'string' },
    ],
    Array.from({ length: 130 }, (_, row) => ({
      When: new DateTime(start + BigInt(row) * 600_000_000n),
      Kind: `kind ${row % 65}`,
    })),
  );
  const bundle = render(timeline(many, { time: 'When', group: 'Kind', title: 'Many' }));
  expect(bundle['text/plain']).toContain('130 events in 61 groups');
  expect(bundle['text/plain']).toContain('5 other groups share the last lane.');
});
