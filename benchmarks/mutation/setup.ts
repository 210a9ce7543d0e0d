import fc from 'fast-check';
import '../../tests/setup.js';

// one counterexample is enough to detect a mutant: the time to make it small is saved
fc.configureGlobal({ ...fc.readConfigureGlobal(), endOnFailure: true });
