import type { Gazetteer, Taxonomy } from '../engine/index.js';
import { readDataFile } from './data-file.js';
import { readEpciRecords } from './gazetteer-table.js';
import { readProjectTerritories } from './project-territories.js';

export type { DepartmentOutlines } from './department-outlines.js';
export { departmentOutlines } from './department-outlines.js';

/** The taxonomy that comes with Décroise: 13 themes, 65 problems; a new object at every call. */
export function defaultTaxonomy(): Taxonomy {
  return readDataFile('taxonomy.json') as Taxonomy;
}

/**
 * The territories that everyone knows: the 1,255 French EPCI with own taxation, then the project
 * territories of Occitanie (PETR, PNR, pays, pôle métropolitain); a new list at every call.
 * Origins, dates and licences: docs/data-credits.md.
 */
export function defaultGazetteer(): Gazetteer {
  const epci = readEpciRecords().map((record) => record.entry);
  return [...epci, ...readProjectTerritories(epci)];
}
