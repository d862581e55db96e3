import { execFile, spawn } from 'node:child_process'

const COMPILER = 'g++'

export type CompilerRun = { readonly ok: boolean; readonly messages: string }

/** Runs the compiler; what it says comes back whole. */
export function compile(args: readonly string[]): Promise<CompilerRun> {
  return new Promise(resolve => {
    const child = spawn(COMPILER, [...args], { stdio: ['ignore', 'ignore', 'pipe'] })
    let messages = ''
    child.stderr.setEncoding('utf8')
    child.stderr.on('data', (text: string) => (messages += text))
    child.on('error', error => resolve({ ok: false, messages: refusal(error) }))
    child.on('close', code => resolve({ ok: code === 0, messages }))
  })
}

function refusal(error: Error): string {
  if ('code' in error && error.code === 'ENOENT') {
    return `The EA is compiled with ${COMPILER}, which is not installed: on Debian, run "apt install g++".`
  }
  return `${COMPILER} could not be started: ${error.message}`
}

let version: Promise<string> | null = null

/** What the compiler calls itself: objects of another one are not used. */
export function compilerVersion(): Promise<string> {
  version ??= new Promise(resolve => {
    execFile(COMPILER, ['--version'], (error, output) => resolve(error === null ? output : ''))
  })
  return version
}
