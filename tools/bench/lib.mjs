import { performance } from 'node:perf_hooks';

/** The middle of some numbers. */
export const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

/** Runs a task some times after one warm-up and gives minimum, median and maximum in milliseconds. */
export const time = async (task, runs = 5) => {
  await task();
  const taken = [];
  for (let run = 0; run < runs; run += 1) {
    const start = performance.now();
    await task();
    taken.push(performance.now() - start);
  }
  return { min: Math.min(...taken), median: median(taken), max: Math.max(...taken) };
};

/** Prints one figure as a line of a table. */
export const print = (name, { min, median: middle, max }) =>
  console.log(
    `${name.padEnd(56)} median ${middle.toFixed(1).padStart(9)} ms   min ${min.toFixed(1).padStart(9)}   max ${max.toFixed(1).padStart(9)}`,
  );
