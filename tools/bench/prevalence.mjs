// How rare the planted events of the sample are by prevalence, and how many benign look-alikes are as rare.
// Usage: node tools/bench/prevalence.mjs SEED… Prints the shares for each seed; ends with 1 where an aim is missed.
import { prevalenceShares, AIM } from './prevalence/shares.mjs';

const seeds = process.argv.slice(2).map(Number);
if (seeds.length === 0) throw new Error('missing seeds: node tools/bench/prevalence.mjs SEED…');
const percent = (part, whole) => `${part}/${whole} (${((100 * part) / whole).toFixed(1)} %)`;

let met = true;
for (const seed of seeds) {
  const { tables, planted, benign, plantedRare, benignRare } = await prevalenceShares(seed);
  console.log(
    `seed ${seed}: planted among the rarest ${AIM.rarest * 100} %: ${percent(plantedRare, planted)}; look-alikes: ${percent(benignRare, benign)}`,
  );
  for (const one of tables)
    console.log(
      `  ${one.table.padEnd(26)} ${String(one.rows).padStart(7)} rows, ${one.cold} of them cold; planted ${percent(one.plantedRare, one.planted)}, look-alikes ${percent(one.benignRare, one.benign)}${process.env.SHOW ? `\n    missed ${one.missed.join('\n           ')}\n    taken  ${one.taken.join('\n           ')}` : ''}`,
    );
  met &&= plantedRare >= AIM.planted * planted && benignRare <= AIM.benign * benign;
}
process.exitCode = met ? 0 : 1;
