import type { Constant } from '../plan/scalar';
import { UNITS } from '../values/units';
import type { FunctionRow } from './function-row';

function conversion(quantity: keyof typeof UNITS): FunctionRow {
  const units = UNITS[quantity];
  const named = (name: string): ReturnType<typeof units.get> => {
    const found = units.get(name);
    const near = [...units.keys()].find((key) => key.toLowerCase() === name.trim().toLowerCase());
    if (!found && near !== undefined)
      throw new RangeError(`unsupported unit: ${name}, documented as ${near}`);
    return found;
  };
  return {
    name: `convert_${quantity}`,
    takes: ['real', 'string', 'string'],
    gives: 'real',
    js: (value: number, from: string, to: string): Constant => {
      const [source, target] = [named(from), named(to)];
      if (!source || !target) return null;
      return source === target ? value : target.fromBase(source.toBase(value));
    },
  };
}

/** Functions that convert values between the units of a quantity. */
export const UNIT_FUNCTIONS: readonly FunctionRow[] = (Object.keys(UNITS) as (keyof typeof UNITS)[]).map(
  conversion,
);
