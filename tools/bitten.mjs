#!/usr/bin/env node
/** The `bitten` command from a checkout: prepares, builds when the sources are newer, then runs in this same process. */
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { buildApp } from './lib/build-app.mjs'
import { runTool } from './lib/plain-failure.mjs'
import { OUT } from './lib/project.mjs'
import { prepareRuntime } from './prepare/prepare-runtime.mjs'

/** Standard output belongs to the command's answer. */
const log = (/** @type {string} */ line) => process.stderr.write(`${line}\n`)

await runTool(async () => {
  const { sqliteBinding } = await prepareRuntime({ electron: false, tests: false, log })
  if (sqliteBinding !== null) process.env['BITTEN_SQLITE_BINDING'] = sqliteBinding
  await buildApp(log)
  await import(pathToFileURL(path.join(OUT, 'main', 'bitten.js')).href)
})
