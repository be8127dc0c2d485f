import { refuse } from '../plan/refusal';
import type { Constant, Scalar } from '../plan/scalar';
import { xxhash64 } from '../values/xxhash64';
import { hosted } from './hosted';
import { converted, type Call, type SpecialRow } from './special-row';

const NOTE =
  'XXH64 of the UTF-8 bytes of a string or the 8 bytes of a datetime; other types are refused, and so is the remainder of a negative hash unless the divisor is a power of two';

/** `hash(source[, mod])`. */
function hash(call: Call): Scalar {
  const source = call.arg(0);
  if (source.type !== 'string' && source.type !== 'datetime')
    return refuse(`${call.name} of a ${source.type}`, call.node, call.scope);
  const js = (value: string | bigint | null, mod?: bigint | null): Constant => {
    if (value === null || mod === null || (mod ?? 1n) <= 0n)
      throw new RangeError('unsupported hash of null or by a divisor that is not positive');
    const whole = xxhash64(bytesOf(value));
    return mod === undefined ? whole : remainder(whole, mod);
  };
  const takes = call.args[1] ? ([source.type, 'long'] as const) : ([source.type] as const);
  const args = call.args[1] ? [source, converted(call, 1, 'long')] : [source];
  return hosted(call, { name: 'hash', takes, gives: 'long', call: js, nulls: true }, args);
}

const bytesOf = (value: string | bigint): Uint8Array =>
  typeof value === 'string'
    ? new TextEncoder().encode(value)
    : new Uint8Array(BigInt64Array.of(value).buffer);

function remainder(whole: bigint, mod: bigint): bigint {
  const signed = ((whole % mod) + mod) % mod;
  const unsigned = BigInt.asUintN(64, whole) % mod;
  if (signed !== unsigned) throw new RangeError('unsupported hash: the remainder of a negative hash');
  return signed;
}

/** Functions that hash values of several types. */
export const HASH_SPECIALS: readonly SpecialRow[] = [
  { name: 'hash', aliases: ['hash_xxhash64'], build: hash, note: NOTE },
];
