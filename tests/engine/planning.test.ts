import { describe, expect, test } from 'vitest';
import * as frontDoor from '../../engine/index.js';
import * as planning from '../../engine/planning.js';

describe('the part of the front door that a plan needs', () => {
  test.each(Object.entries(planning))('%s is that of the front door', (name, value) => {
    expect(frontDoor).toHaveProperty(name, value);
  });
});
