import type { Stage } from '../engine/index.js';

/** Everything the command says of itself; what it says of data comes from the engine. */
export interface Texts {
  readonly about: string;
  readonly usage: string;
  readonly arguments: string;
  readonly options: string;
  readonly commands: string;
  readonly helpOption: string;
  readonly helpCommand: string;
  readonly versionOption: string;
  readonly langOption: string;
  readonly fileArgument: string;
  readonly taxonomyOption: string;
  readonly jsonOption: string;
  readonly defaultIs: (value: string) => string;
  readonly automatic: string;
  readonly checkCommand: string;
  readonly planCommand: string;
  readonly communitiesCommand: string;
  readonly exampleCommand: string;
  readonly serveCommand: string;
  readonly sizeOption: string;
  readonly formatOption: string;
  readonly outOption: string;
  readonly directoryArgument: string;
  readonly regionOption: string;
  readonly portOption: string;
  readonly hostOption: string;
  readonly examples: string;
  readonly written: (paths: readonly string[]) => string;
  readonly exampleNext: (file: string) => string;
  readonly listening: (url: string) => string;
  readonly portTaken: (port: number) => string;
  readonly stages: Readonly<Record<Stage | 'read' | 'write', string>>;
  readonly unusable: string;
  readonly noPlan: string;
  readonly badNumber: (value: string, range: string) => string;
  readonly numberRange: (whole: boolean, min: number, max: number) => string;
  readonly choiceRange: (choices: readonly string[]) => string;
  readonly dayRange: string;
  readonly sizeRange: string;
  readonly sizesCrossed: (min: number, max: number) => string;
  readonly unknownRegion: (region: string) => string;
  readonly misuse: Readonly<Record<string, (detail: string) => string>>;
  readonly seeHelp: string;
  readonly unexpected: string;
}
