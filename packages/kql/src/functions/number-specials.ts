import { refuse } from '../plan/refusal';
import type { Scalar } from '../plan/scalar';
import { constant } from '../sql/quote-sql';
import { INT_BITS } from '../expressions/whole-arithmetic';
import { widest } from '../expressions/compare';
import { convert } from './convert';
import { once } from './once';
import { hosted } from './hosted';
import { allArguments, type Call, type SpecialRow } from './special-row';

function magnitude(call: Call): Scalar {
  const { type, sql, constant: value } = call.arg(0);
  if (typeof value === 'bigint') {
    const size = value < 0n ? -value : value;
    if (BigInt.asIntN(64, size) !== size) return refuse('abs of the least long', call.node, call.scope);
    return constant(type === 'int' ? 'long' : type, size);
  }
  if (typeof value === 'number') return constant(type, Math.abs(value));
  if (type === 'int') return { type: 'long', sql: `abs(CAST(${sql} AS BIGINT))`, bits: INT_BITS };
  if (['long', 'real', 'decimal', 'timespan'].includes(type)) return { type, sql: `abs(${sql})` };
  return refuse(`abs of a ${type}`, call.node, call.scope);
}

function sign(call: Call): Scalar {
  const value =
    convert(call.arg(0), 'real', call.scope) ?? refuse('sign of this type', call.node, call.scope);
  return {
    type: call.node.type ?? 'real',
    sql: `CAST(sign(${value.sql}) AS ${call.node.type === 'real' ? 'DOUBLE' : 'BIGINT'})`,
  };
}

function extreme(which: 'least' | 'greatest') {
  return (call: Call): Scalar => {
    const values = allArguments(call);
    const type = values
      .map((value) => value.type)
      .reduce((a, b) =>
        a === b ? a : (widest(a, b) ?? refuse(`${call.name} of ${a} and ${b}`, call.node, call.scope)),
      );
    const sqls = values.map((value) => (convert(value, type, call.scope) ?? value).sql);
    const sql = `${which}(${sqls.join(', ')})`;
    if (type !== 'real' || which === 'greatest') return { type, sql };
    return {
      type,
      sql: once(
        sqls,
        (...names) =>
          `CASE WHEN ${names.map((name) => `isnan(${name})`).join(' OR ')} THEN 'nan'::DOUBLE ELSE least(${names.join(', ')}) END`,
      ),
    };
  };
}

function hex(call: Call): Scalar {
  const value = call.arg(0);
  const bits = value.type === 'int' ? 32 : 64;
  const width = call.args[1] ? call.arg(1) : constant('long', 0n);
  const js = (x: bigint, least: bigint): string =>
    BigInt.asUintN(bits, x)
      .toString(16)
      .padStart(Math.min(16, Number(least)), '0');
  const args = [convert(value, 'long', call.scope) ?? value, width];
  return hosted(call, { name: `tohex_${bits}`, takes: ['long', 'long'], gives: 'string', call: js }, args);
}

const random = (call: Call): Scalar => {
  if (call.args.length === 0) return { type: 'real', sql: 'random()' };
  const size = convert(call.arg(0), 'real', call.scope) ?? refuse('rand of this type', call.node, call.scope);
  return { type: 'real', sql: `floor(random() * ${size.sql})` };
};

/** Functions over numbers that depend on the types of their arguments. */
export const NUMBER_SPECIALS: readonly SpecialRow[] = [
  { name: 'abs', build: magnitude },
  { name: 'sign', build: sign },
  { name: 'min_of', build: extreme('least') },
  { name: 'max_of', build: extreme('greatest') },
  { name: 'tohex', build: hex },
  { name: 'rand', build: random },
  { name: 'new_guid', build: () => ({ type: 'guid', sql: 'CAST(uuid() AS VARCHAR)' }) },
];
