export { openWorkspace } from './open-workspace';
export type { Workspace } from './workspace';
export type { WorkspaceOptions } from './workspace-options';
export { sample, type SampleOptions, type SampleSource } from './sample/sample';
export { SAMPLE_STORY, type StoryChapter, type StoryHost } from './sample/sample-story';
export { queriesInKql } from './written/queries-in-kql';
export { queriesInYaml } from './written/queries-in-yaml';
export type { WrittenQuery } from './written/written-query';
export type { WorkspaceExplanation } from './workspace-explanation';
