import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { EpochMs } from '../../contracts/primitives.ts'
import type { ComputerFacts, MetaTraderSeen } from '../../contracts/terminal-state.ts'
import { eventually } from '../../testkit/eventually.ts'
import { temporaryFolder } from '../../testkit/temporary-folder.ts'
import { lookInProc, processList } from './process-list.ts'
import { startProgram } from './start-program.ts'
import { TerminalStarter } from './terminal-starter.ts'
import { Watchdog } from './watchdog.ts'

/** A program of this name that does nothing, run by its own path. */
async function aProcess(): Promise<ChildProcess> {
  const file = path.join(temporaryFolder(), 'terminal64.exe')
  copyFileSync('/bin/sleep', file)
  chmodSync(file, 0o755)
  const child = spawn(file, ['60'], { stdio: 'ignore' })
  onTestFinished(() => void child.kill('SIGKILL'))
  await once(child, 'spawn')
  return child
}

/** The part of the list that is ours: others may run tests on this computer too. */
function ownList(): { list: () => Promise<MetaTraderSeen>; has: (child: ChildProcess) => void } {
  const folder = temporaryFolder()
  const has = (pid: number | undefined) => symlinkSync(`/proc/${pid}`, path.join(folder, String(pid)))
  has(process.pid)
  return { list: () => lookInProc(folder), has: child => has(child.pid) }
}

async function end(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit')
  child.kill('SIGKILL')
  await ended
}

describe.runIf(process.platform === 'linux')('the list of processes', () => {
  it('has a program of that name while it runs, and no more when it was killed', async () => {
    const { list, has } = ownList()
    expect(await list()).toBe('absent')
    const child = await aProcess()
    has(child)
    expect(await list()).toBe('running')
    expect(await processList()()).toBe('running')
    await end(child)
    expect(await list()).toBe('absent')
  })

  it('is not deceived by a program that only names it', async () => {
    const child = spawn('/bin/sh', ['-c', 'sleep 60; true', 'terminal64.exe'], { stdio: 'ignore' })
    onTestFinished(() => void child.kill('SIGKILL'))
    await once(child, 'spawn')
    const { list, has } = ownList()
    has(child)
    expect(await list()).toBe('absent')
  })
})

describe.runIf(process.platform === 'linux')('the watchdog', () => {
  it('tells what is news and nothing twice', async () => {
    const told: ComputerFacts[] = []
    const computer = { port: 5_577, portWished: 5_577, training: false }
    const tell = (facts: ComputerFacts) => void told.push(facts)
    const { list, has } = ownList()
    let looks = 0
    const look = () => {
      looks += 1
      return list()
    }
    const dog = new Watchdog({ look, everyMs: 20, computer, tell, starter: null })
    onTestFinished(() => dog.stop())
    dog.start()
    await eventually(() => expect(looks).toBeGreaterThan(3))
    const child = await aProcess()
    has(child)
    await eventually(() => expect(told).toHaveLength(2))
    await end(child)
    await eventually(() => expect(told).toHaveLength(3))
    expect(told.map(({ metaTrader }) => metaTrader)).toEqual(['absent', 'running', 'absent'])
    dog.stop()
    const after = looks
    await new Promise(resolve => setTimeout(resolve, 100))
    expect(looks).toBe(after)
  })

  it('starts a real program again that it saw and that was killed', async () => {
    const folder = path.join(temporaryFolder(), 'program')
    const trace = path.join(folder, 'trace')
    mkdirSync(folder)
    writeFileSync(path.join(folder, 'terminal64.exe'), `#!/bin/sh\necho "$PWD $$" > '${trace}'\n`, {
      mode: 0o755,
    })
    const { list, has } = ownList()
    let nowMs = 0
    const starter = new TerminalStarter({
      isWanted: () => true,
      find: () => [{ dataFolder: folder, programFolder: folder, portable: false }],
      start: startProgram,
      look: list,
      isLinked: () => false,
      now: () => EpochMs.parse((nowMs += 10_000)),
      notice: () => undefined,
    })
    const computer = { port: 5_577, portWished: 5_577, training: false }
    const dog = new Watchdog({ look: list, everyMs: 20, computer, tell: () => undefined, starter })
    onTestFinished(() => dog.stop())
    const child = await aProcess()
    has(child)
    dog.start()
    await new Promise(resolve => setTimeout(resolve, 200))
    expect(existsSync(trace)).toBe(false)
    await end(child)
    await eventually(() => expect(readFileSync(trace, 'utf8')).toContain(folder))
  })

  it('says why a program could not be started', async () => {
    expect(await startProgram(path.join(temporaryFolder(), 'terminal64.exe'), [])).toContain('ENOENT')
  })
})
