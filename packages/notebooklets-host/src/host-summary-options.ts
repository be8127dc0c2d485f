import type { NotebookletOption } from '@casebook/core';

const option = <K extends string>(key: K, title: string, isDefault = true) =>
  Object.freeze({ key, title, isDefault });

/** The parts of a host summary, in the order in which they are shown. */
export const HOST_SUMMARY_OPTIONS = Object.freeze([
  option('summary', 'Event summary'),
  option('heartbeat', 'Heartbeat'),
  option('azureNet', 'Azure network'),
  option('alerts', 'Related alerts'),
  option('bookmarks', 'Related bookmarks'),
  option('azureApi', 'Azure resource'),
  option('scheduledTasks', 'Scheduled tasks and services'),
  option('accountActions', 'Account actions'),
  option('notableEvents', 'Notable events'),
  option('processes', 'Processes'),
  option('processTi', 'Threat intelligence on processes', false),
]) satisfies readonly NotebookletOption[];

/** The key of a part of a host summary that can be switched on and off. */
export type HostSummaryKey = (typeof HOST_SUMMARY_OPTIONS)[number]['key'];
