export { queries } from './generated/catalogue';
export * from './generated/types';
export { listQueries, type AnyQueryDefinition } from './list-queries';
