/** Child processes: collected when their output is an answer, attached when a person watches. */
import { spawn } from 'node:child_process'
import os from 'node:os'

/** Under npm one Ctrl-C arrives twice: from the terminal, and passed on by npm. */
const SAME_SIGNAL_MS = 1_000
const SIGNALS = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])

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
 * Runs a program on this terminal.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {RunOptions & { alone?: boolean }} [options] alone: it hears of Ctrl-C from us only, and once
 * @returns {Promise<number>} its exit code; 128 + n when signal n ended it
 */
export function attach(program, args, { cwd, env, alone = false } = {}) {
  return new Promise((resolve, reject) => {
    // A session of its own keeps it out of reach of the terminal's Ctrl-C. Windows has no such thing.
    const detached = alone && process.platform !== 'win32'
    const child = spawn(program, args, { cwd, env, stdio: 'inherit', detached })
    const stopPassing = passSignalsOn(child, detached)
    child.on('error', error => {
      stopPassing()
      reject(error)
    })
    child.on('close', (code, signal) => {
      stopPassing()
      resolve(code ?? 128 + (signal === null ? 0 : os.constants.signals[signal]))
    })
  })
}

/**
 * A program in our own session has heard the terminal's Ctrl-C itself, so that one is not passed on to it.
 * @param {import('node:child_process').ChildProcess} child
 * @param {boolean} isAlone
 */
function passSignalsOn(child, isAlone) {
  let passedMs = -Infinity
  const pass = (/** @type {NodeJS.Signals} */ signal) => {
    const nowMs = performance.now()
    const isRepeat = nowMs - passedMs < SAME_SIGNAL_MS
    if (isRepeat || (signal === 'SIGINT' && !isAlone)) return
    passedMs = nowMs
    child.kill(signal)
  }
  for (const signal of SIGNALS) process.on(signal, pass)
  return () => {
    for (const signal of SIGNALS) process.off(signal, pass)
  }
}
