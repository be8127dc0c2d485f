/** What to do instead of a refused construct: the first row whose pattern its description matches. */
const ALTERNATIVES: readonly (readonly [what: RegExp, instead: string])[] = [
  [/^operator: find\b/, 'Write `union T1, T2 | where …`, or `search` where any column may hold the term.'],
  [/^operator: fork\b/, 'Ask each branch as a query of its own; a shared part goes into a `let`.'],
  [/^operator: facet\b/, 'Ask `summarize count() by column` once for each column.'],
  [/^operator: (graph|make-graph)/, 'Follow the edges with a `join` of the table with itself for each step.'],
  [
    /^operator: reduce\b/,
    'Group by a text made regular: `summarize count() by replace_regex(col, @"\\d+", "*")`.',
  ],
  [/^operator: sample-distinct\b/, 'Write `distinct column | take n`.'],
  [/^operator: top-nested\b/, 'Write `summarize … by …` and then `partition by … (top n by …)`.'],
  [/^operator: consume\b/, 'Leave it out: it only throws the answer away.'],
  [/^operator: execute-and-cache\b/, 'Leave it out: it does not change an answer.'],
  [/^operator: macro-expand\b/, 'Write the expression out for each of its members.'],
  [/^operator: assert-schema\b/, 'Compare with `getschema`.'],
  [
    /^plugin: (autocluster|basket|diffpatterns)/,
    'Count by the columns of interest: `summarize count() by a, b | top 10 by count_`.',
  ],
  [
    /^plugin: (python|r|csharp)$/,
    'Code does not run inside of a query; take the frame and compute in TypeScript.',
  ],
  [
    /^plugin: (cosmosdb|mysql|postgresql|sql|azure_digital|http_)/,
    'It asks a service outside; export what you need of it to a file and use `externaldata` or a table.',
  ],
  [/^plugin: ai_/, 'It asks a service outside; nothing leaves this machine.'],
  [/^function: series_(fir|iir)\b/, 'Smooth in TypeScript: the array comes as a cell of the frame.'],
  [/^function: geo_/, 'Compute it in TypeScript on the coordinates of the answer.'],
  [
    /^function: (cluster|database|external_table|materialized_view|entity_group)\b/,
    'Name a table of this workspace; other workspaces are reached with `workspace("name")` when they are opened with it.',
  ],
  [
    /^function: (current_principal|current_cluster|current_database|estimate_data_size)/,
    'It tells of the Azure cluster; there is none here: write the value as a literal.',
  ],
  [
    /^function: (rand|new_guid)\b/,
    'Chance has no exact answer; make the value in TypeScript and give it as a parameter.',
  ],
  [
    /^workspace that is not open/,
    'Open the other workspace and name it when opening this one: openWorkspace(source, { workspaces: { name: other } }).',
  ],
  [
    /^table elsewhere/,
    'Name a table of this workspace, or `workspace("name").Table` of another that this one was opened with.',
  ],
  [/^make-series in range/, 'Write `from … to … step …`.'],
  [/^make-series without step/, 'Add `step 1h`.'],
  [
    /regular expression that is not a constant/,
    'Write the expression as a literal; for a list of them use one with `|`.',
  ],
  [/^search/, 'Name the column: `where column has "term"`.'],
  [/^table\(\) of a name/, 'Write the name of the table as a literal.'],
  [/^column_ifexists of a name/, 'Write the name of the column as a literal.'],
  [/^partition strategy/, 'Write `partition hint.strategy=native by …`, or leave the hint out.'],
  [/over rows without an order/, 'Put `sort by …` or `serialize` before it.'],
  [/^element selector|^item of a|^member of a/, 'Make the value dynamic first: `parse_json(column)`.'],
  [
    /^(join|lookup) kind/,
    'Kinds that are answered: inner, innerunique, leftouter, rightouter, fullouter, leftsemi, rightsemi, leftanti, rightanti.',
  ],
  [/^comparison of (\w+) with (\w+)/, 'Convert one side: `tostring(…)`, `tolong(…)`, `todatetime(…)`.'],
  [/ as a condition$/, 'Write a comparison, such as `column != 0` or `isnotempty(column)`.'],
  [/^recursive function/, 'Write out the levels that you need; Kusto has no recursion either.'],
  [/that is not a constant|not constants/, 'Write it as a literal, or a `let` of one.'],
];

/** What to do instead of a construct, by the words of its refusal; nothing where no natural alternative is known. */
export const alternativeTo = (what: string): string | undefined =>
  ALTERNATIVES.find(([pattern]) => pattern.test(what))?.[1];
