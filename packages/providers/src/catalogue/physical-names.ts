/** Gives out names of which no two differ only by case; names of other than word characters become plain ones. */
export const physicalNames = (): ((name: string, index: number) => string) => {
  const taken = new Set<string>();
  return (name, index) => {
    const wanted = /^[A-Za-z_]\w*$/.test(name) ? name : `column_${index}`;
    let candidate = wanted;
    for (let suffix = 1; taken.has(candidate.toLowerCase()); suffix += 1) candidate = `${wanted}_${suffix}`;
    taken.add(candidate.toLowerCase());
    return candidate;
  };
};
