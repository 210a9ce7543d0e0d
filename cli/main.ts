#!/usr/bin/env node
import { createProgram } from './program.js';
import { runProgram } from './run-program.js';

// who reads the answer may have had enough of it (`| head`): the work is done, the rest is for nobody
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

process.exitCode = await runProgram(createProgram, process.argv);
