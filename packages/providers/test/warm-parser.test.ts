import { setTimeout as sleep } from 'node:timers/promises';
import { warmParser } from '../src/query/warm-parser';
import { Bench } from './folder';

const bench = new Bench();
afterAll(() => bench.clear());

const isLoaded = (): boolean => 'Kusto' in globalThis;

test('nothing is loaded for what is over', async () => {
  warmParser(() => true);
  await sleep(200);
  expect(isLoaded()).toBe(false);
});

test('an open workspace loads the parser before anything is asked', async () => {
  await bench.of({ 'T.csv': 'a\n1\n' });
  while (!isLoaded()) await sleep(20);
  expect(isLoaded()).toBe(true);
});
