import type { SyntaxNode } from '../parser/syntax-node';

const CHANCE_FUNCTIONS = ['rand', 'new_guid'];
const CHANCE_OPERATORS = ['SampleOperator', 'SampleDistinctOperator'];

/** What in an expression gives other rows each time that it runs, by its name; nothing where the rows are always the same. */
export function chanceIn(node: SyntaxNode): string | undefined {
  const { kind } = node;
  if (kind === 'FunctionCallExpression' && CHANCE_FUNCTIONS.includes(node.must('Name').simpleName))
    return `${node.must('Name').simpleName}()`;
  if (kind === 'PipeExpression') {
    const operator = node.must('Operator');
    if (CHANCE_OPERATORS.includes(operator.kind)) return 'sample';
    if (operator.kind === 'TakeOperator' && !isSorted(node.must('Expression')))
      return 'take without an order';
  }
  for (const child of node.children) {
    const found = chanceIn(child);
    if (found !== undefined) return found;
  }
  return undefined;
}

const isSorted = (node: SyntaxNode): boolean =>
  node.kind === 'PipeExpression' && node.must('Operator').kind === 'SortOperator';

const TIED_FUNCTIONS = ['arg_max', 'arg_min', 'take_any', 'any'];

/** What in an expression leaves open which of several rows it means where they tie, by its name; nothing where no row can tie. */
export function tieIn(node: SyntaxNode): string | undefined {
  const { kind } = node;
  if (kind === 'TopOperator') return 'top';
  if (kind === 'TakeOperator') return 'take';
  if (kind === 'FunctionCallExpression') {
    const name = node.must('Name').simpleName;
    if (TIED_FUNCTIONS.includes(name)) return name;
  }
  for (const child of node.children) {
    const found = tieIn(child);
    if (found !== undefined) return found;
  }
  return undefined;
}
