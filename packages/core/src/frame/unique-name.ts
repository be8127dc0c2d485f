/** The name, or where it is taken the name with the smallest number from 1 on that is not. */
export const uniqueName = (name: string, taken: ReadonlySet<string>): string => {
  if (!taken.has(name)) return name;
  let number = 1;
  while (taken.has(`${name}${number}`)) number++;
  return `${name}${number}`;
};
