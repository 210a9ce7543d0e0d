// What the tests of the engine use of vitest, without its workers: tests are kept in a list, to be run again and again.
import { format } from 'node:util';
import { chai, customMatchers, JestAsymmetricMatchers, JestChaiExpect, JestExtend } from '@vitest/expect';

chai.use(JestExtend);
chai.use(JestChaiExpect);
chai.use(JestAsymmetricMatchers);
chai.expect.extend(chai.expect, customMatchers);

export const expect = Object.assign((value, message) => chai.expect(value, message), chai.expect);

/** Every test that was declared: its name, the suites it is in first, and what it does. */
export const tests = [];
let suites = [];

export function describe(name, declare) {
  const outer = suites;
  suites = [...suites, name];
  declare();
  suites = outer;
}
describe.each = overCases(describe);

export function test(name, ...rest) {
  const run = rest.find((each) => typeof each === 'function');
  tests.push({ name: [...suites, name].join(' '), run });
}
test.each = overCases(test);
test.skip = () => {};
test.skipIf = (skipped) => (skipped ? test.skip : test);

export const it = test;

function overCases(declare) {
  return (cases) => (name, run) => {
    cases.forEach((values, k) => {
      const list = Array.isArray(values) ? values : [values];
      declare(`${format(name, ...list)} (${k})`, () => run(...list));
    });
  };
}
