import { listQueries, queries } from '@casebook/queries';

const names = (containing?: string) => listQueries(containing).map(({ family, name }) => `${family}.${name}`);

test('queries are listed by family and name, each once, also where two families hold it', () => {
  expect(names()).toEqual([...names()].sort());
  expect(names('heartbeat_for')).toEqual(['Heartbeat.get_heartbeat_for_host']);
  expect(queries.Network.get_heartbeat_for_host).toBe(queries.Heartbeat.get_heartbeat_for_host);
});

test('a text finds queries by name, description and table, in any case', () => {
  expect(names('HUNTINGBOOKMARK')).toEqual(
    expect.arrayContaining(['AzureSentinel.list_bookmarks_for_entity']),
  );
  expect(names('event 4688')).toEqual(['WindowsSecurity.list_host_processes']);
  expect(names('no such thing')).toEqual([]);
});
