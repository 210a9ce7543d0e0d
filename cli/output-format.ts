export const outputFormats = ['json', 'csv', 'xlsx', 'svg'] as const;
export type OutputFormat = (typeof outputFormats)[number];
