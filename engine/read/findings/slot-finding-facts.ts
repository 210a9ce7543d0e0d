/** What the findings on slots tell. */
export interface SlotFindingFacts {
  'not-a-time': { value: string };
  'times-crossed': { start: string; end: string };
  'slot-part-missing': { part: 'date' | 'start' };
  'slot-end-assumed': { read: string };
  'same-slot-twice': { time: string; firstRow: number };
}
