/**
 * The bomb suite of `decodeBase64Text`: packed content made to exhaust memory or time, and texts made to exhaust patterns.
 * Usage: node tools/bench/bombs.mjs [NAME]; without a name each runs in a process of its own, so that its peak memory is its own.
 * Prints what each took, its peak memory beyond the start (resident, MB), its items and the limits that stopped them.
 */
import { spawnSync } from 'node:child_process';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { crc32, deflateRawSync, gzipSync } from 'node:zlib';
import { decodeBase64Text } from '@casebook/analysis';

const MB = 2 ** 20;
const base64 = (bytes) => Buffer.from(bytes).toString('base64');
const times = (count, value, change) => Array.from({ length: count }).reduce(change, value);

/** A zip of members that are deflated; with `overlap` all entries of the directory are the first member. */
function zip(members, overlap = 1) {
  const locals = [];
  const entries = [];
  let at = 0;
  for (const [name, bytes] of members) {
    const packed = deflateRawSync(bytes);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(8, 4);
    fields.writeUInt32LE(crc32(bytes), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(bytes.length, 18);
    fields.writeUInt16LE(Buffer.byteLength(name), 22);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(at, 10);
    locals.push(Buffer.from('PK\x03\x04'), fields, Buffer.from(name), packed);
    const entry = Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), fields, tail, Buffer.from(name)]);
    entries.push(...Array.from({ length: overlap }, () => entry));
    at += 30 + Buffer.byteLength(name) + packed.length;
  }
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(Buffer.concat(entries).length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...locals, ...entries, end]);
}

const sixteen = (bytes) => zip(Array.from({ length: 16 }, (_, at) => [`lib ${at}.zip`, bytes]));

const BOMBS = {
  'gzip of zeros, 50 MB': () => base64(gzipSync(Buffer.alloc(50 * MB))),
  'gzip of gzip of zeros, 50 MB': () => base64(gzipSync(gzipSync(Buffer.alloc(50 * MB)))),
  'bare deflate of zeros, 50 MB': () => base64(deflateRawSync(Buffer.alloc(50 * MB))),
  'nested zips, 16 wide, 5 deep': () => base64(times(5, Buffer.alloc(MB), sixteen)),
  'zip of 60,000 entries over one member': () => base64(zip([['a', Buffer.alloc(MB)]], 60_000)),
  'zip of 5,000 empty members': () =>
    base64(zip(Array.from({ length: 5000 }, (_, at) => [`${at}`, Buffer.alloc(0)]))),
  'gzip 30 deep': () => base64(times(30, Buffer.from('the end of it'), (bytes) => gzipSync(bytes))),
  'base64 10 deep': () => times(10, 'the end of it all', base64),
  'base64 25 deep': () => times(25, 'the end of it all', base64),
  '1 MB of A': () => 'A'.repeat(MB),
  '1 MB of =': () => '='.repeat(MB),
  '1 MB of line ends': () => '\n'.repeat(MB),
  '1 MB of A and line end': () => 'A\n'.repeat(MB / 2),
  '1 MB of A=': () => 'A='.repeat(MB / 2),
  '1 MB of broken tokens': () => `${'A'.repeat(17)} `.repeat(MB / 18),
  '1 MB of lines of 17 letters': () => `${'QUFBQUFBQUFBQUFBQ'} `.repeat(MB / 18),
  '1 MB of dashes and slashes': () => 'Ab1-/'.repeat(MB / 5),
  '1 MB of short texts': () => `${base64('whoami /all')}, `.repeat(MB / 18),
  '1 MB of random tokens': () =>
    Array.from({ length: MB / 33 }, (_, at) =>
      base64(Buffer.from(`${Math.sin(at + 1)}`.slice(2, 16)).map((byte) => byte * 197)),
    ).join(' '),
};

function run(name) {
  const text = BOMBS[name]();
  decodeBase64Text('d2hvYW1pIC9hbGwgL2ZvIGxpc3Q=');
  globalThis.gc?.();
  const before = process.memoryUsage().rss;
  const start = performance.now();
  const { items } = decodeBase64Text(text);
  const took = performance.now() - start;
  const peak = process.resourceUsage().maxRSS * 1024 - before;
  const stops = new Map();
  for (const stop of items.values('limit')) if (stop) stops.set(stop, (stops.get(stop) ?? 0) + 1);
  const limits = [...stops].map(([stop, count]) => `${stop} ${count}`).join(', ') || '-';
  process.stdout.write(
    `${name.padEnd(40)} ${String(text.length).padStart(9)} ${took.toFixed(1).padStart(8)} ms ${(Math.max(0, peak) / MB).toFixed(0).padStart(6)} MB ${String(items.values('limit').length).padStart(6)} items  ${limits}\n`,
  );
}

const [wanted] = process.argv.slice(2);
if (wanted !== undefined) run(wanted);
else
  for (const name of Object.keys(BOMBS))
    spawnSync(process.execPath, ['--expose-gc', fileURLToPath(import.meta.url), name], { stdio: 'inherit' });
