/** What is said about a JSON input, in one language. */
export interface JsonSentences {
  readonly notAnAssembly: () => JsonSentence;
  readonly noList: () => JsonSentence;
  readonly unknownKey: (key: string) => JsonSentence;
  readonly notAList: (key: string) => JsonSentence;
  readonly notAnObject: (row: number) => JsonSentence;
  readonly nestedTooDeep: (row: number, column: string) => JsonSentence;
}

interface JsonSentence {
  readonly message: string;
  readonly suggestion: string;
}
