/** Child processes: collected when their output is an answer, attached when a person watches. */
import { spawn } from 'node:child_process'

/** @typedef {{ cwd?: string, env?: NodeJS.ProcessEnv, timeoutMs?: number }} RunOptions */
/** @typedef {{ code: number, stdout: string, stderr: string }} Collected */

/**
 * Runs a program to its end and collects what it printed. A program that is not there has code 127.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<Collected>}
 */
export function collect(program, args, { cwd, env, timeoutMs } = {}) {
  return new Promise(resolve => {
    const child = spawn(program, args, { cwd, env, timeout: timeoutMs, stdio: ['ignore', 'pipe', 'pipe'] })
    let stdout = ''
    let stderr = ''
    child.stdout.setEncoding('utf8').on('data', text => (stdout += text))
    child.stderr.setEncoding('utf8').on('data', text => (stderr += text))
    child.on('error', error => resolve({ code: 127, stdout, stderr: stderr + error.message }))
    child.on('close', code => resolve({ code: code ?? 1, stdout, stderr }))
  })
}

/**
 * Runs a program on this terminal. Its signals reach it too: Ctrl-C from the terminal by itself,
 * a signal to this process alone by being passed on.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<number>} its exit code; 128 + n when signal n ended it
 */
export function attach(program, args, { cwd, env } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd, env, stdio: 'inherit' })
    const ignoreInterrupt = () => undefined
    const passOn = () => child.kill('SIGTERM')
    process.on('SIGINT', ignoreInterrupt).on('SIGTERM', passOn)
    const done = () => process.off('SIGINT', ignoreInterrupt).off('SIGTERM', passOn)
    child.on('error', error => {
      done()
      reject(error)
    })
    child.on('close', (code, signal) => {
      done()
      resolve(code ?? (signal === 'SIGINT' ? 130 : 143))
    })
  })
}
