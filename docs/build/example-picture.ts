import { departmentOutlines } from '../../data/default-data.js';
import { exampleAssembly } from '../../data/example-assembly.js';
import { composePlan } from '../../engine/index.js';
import { planToSvg } from '../../exchange/plan/plan-to-svg.js';

/** The picture of the README: the map that `decroise plan` draws of the example; `npm run docs` writes it. */
export function examplePicture(): Promise<string> {
  return planToSvg(composePlan(exampleAssembly()), departmentOutlines(), 'fr');
}
