import fc from 'fast-check';

// Properties draw the same examples on every machine, so that a failure is one everyone can replay.
fc.configureGlobal({ seed: 20161104, verbose: 1 });
