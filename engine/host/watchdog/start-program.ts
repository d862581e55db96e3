import { spawn } from 'node:child_process'
import path from 'node:path'
import type { StartProgram } from './terminal-starter.ts'

/** A program that stays when BITTEN ends. */
export const startProgram: StartProgram = (program, options) =>
  new Promise(resolve => {
    const child = spawn(program, options, { cwd: path.dirname(program), detached: true, stdio: 'ignore' })
    child.once('error', error => resolve(error.message))
    child.once('spawn', () => {
      child.unref()
      resolve(null)
    })
  })
