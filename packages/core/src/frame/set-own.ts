/** Sets an own property of a plain object; `__proto__` is an ordinary name. */
export const setOwn = <V>(target: Record<string, V>, name: string, value: V): void => {
  if (name !== '__proto__') target[name] = value;
  else Object.defineProperty(target, name, { value, enumerable: true, configurable: true, writable: true });
};
