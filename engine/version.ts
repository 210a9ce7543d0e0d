/** Written into every plan; the same as in package.json (a test says so). */
export const engineVersion = '0.1.0';
