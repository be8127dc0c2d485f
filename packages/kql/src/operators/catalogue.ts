import { filterOperator } from './filter';
import type { Operator } from './operator';
import {
  extendOperator,
  projectAwayOperator,
  projectByNamesOperator,
  projectKeepOperator,
  projectOperator,
  projectRenameOperator,
  projectReorderOperator,
  serializeOperator,
} from './project';
import { partitionOperator } from './partition';
import {
  countOperator,
  distinctOperator,
  sampleDistinctOperator,
  sampleOperator,
  takeOperator,
  topOperator,
} from './rows';
import { topHittersOperator } from './top-hitters';
import { topNestedOperator } from './top-nested';
import { joinOperator, lookupOperator } from './join';
import { evaluateOperator } from './evaluate';
import { makeSeriesOperator } from './make-series';
import { scanOperator } from './scan-steps';
import { searchOperator } from './search';
import { mvApplyOperator } from './mv-apply';
import { mvExpandOperator } from './mv-expand';
import { parseOperator, parseWhereOperator } from './parse';
import { parseKvOperator } from './parse-kv';
import { asOperator, getSchemaOperator, invokeOperator, renderOperator } from './small';
import { unionOperator } from './union';
import { sortOperator } from './sort';
import { summarizeOperator } from './summarize';

/** The operators of a pipe, by the parser's names. */
export const OPERATORS: Readonly<Record<string, Operator>> = {
  FilterOperator: filterOperator,
  ProjectOperator: projectOperator,
  ProjectAwayOperator: projectAwayOperator,
  ProjectKeepOperator: projectKeepOperator,
  ProjectRenameOperator: projectRenameOperator,
  ProjectReorderOperator: projectReorderOperator,
  ProjectByNamesOperator: projectByNamesOperator,
  ExtendOperator: extendOperator,
  SerializeOperator: serializeOperator,
  SummarizeOperator: summarizeOperator,
  DistinctOperator: distinctOperator,
  SortOperator: sortOperator,
  TopOperator: topOperator,
  TakeOperator: takeOperator,
  CountOperator: countOperator,
  JoinOperator: joinOperator,
  LookupOperator: lookupOperator,
  UnionOperator: unionOperator,
  MvExpandOperator: mvExpandOperator,
  MvApplyOperator: mvApplyOperator,
  EvaluateOperator: evaluateOperator,
  MakeSeriesOperator: makeSeriesOperator,
  SearchOperator: searchOperator,
  AsOperator: asOperator,
  SampleOperator: sampleOperator,
  SampleDistinctOperator: sampleDistinctOperator,
  TopHittersOperator: topHittersOperator,
  TopNestedOperator: topNestedOperator,
  PartitionOperator: partitionOperator,
  ScanOperator: scanOperator,
  ParseOperator: parseOperator,
  ParseWhereOperator: parseWhereOperator,
  ParseKvOperator: parseKvOperator,
  InvokeOperator: invokeOperator,
  GetSchemaOperator: getSchemaOperator,
  RenderOperator: renderOperator,
};
