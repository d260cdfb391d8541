#!/usr/bin/env node
// What `npx homeward <verb>` starts. It goes through the same door as every other command, so that it also works on a
// machine where nothing is installed yet.
import { run } from '../bootstrap.mjs'

process.exitCode = await run(['homeward', ...process.argv.slice(2)])
