#!/usr/bin/env node
'use strict';
const { existsSync } = require('node:fs');
const { join } = require('node:path');

const main = join(__dirname, '..', 'dist', 'cli', 'main.js');
if (existsSync(main)) {
  require(main).main(process.argv.slice(2));
} else {
  console.error('casebook is not built yet: run `npm start` or `npm run build` in its folder first.');
  process.exitCode = 2;
}
