import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { eventually } from '../../testkit/eventually.ts'
import { DeskSettings } from '../../contracts/settings.ts'
import type { FromEngine, ToEngine } from '../../contracts/engine-port.ts'
import { bundleProgram } from '../../testkit/bundle-program.ts'
import type { Behaviour } from '../../testkit/programs/scripted-engine.ts'
import { temporaryFolder } from '../../testkit/temporary-folder.ts'
import type { RestartPolicy } from './restart-policy.ts'
import { SupervisedWorker } from './supervised-worker.ts'
import type { WorkerHealth } from './worker-health.ts'

let engineFile = ''
beforeAll(async () => {
  engineFile = await bundleProgram('engine/testkit/programs/scripted-engine.ts')
})
const QUICK: RestartPolicy = { steadyMs: 60_000, tries: 3, firstDelayMs: 5, maxDelayMs: 10 }

function supervise(
  behave: Behaviour = {},
  { file = engineFile, hungAfterMs = 5_000, policy = QUICK, goneWithinMs = 10_000 } = {},
) {
  const folder = temporaryFolder()
  writeFileSync(path.join(folder, 'behave.json'), JSON.stringify(behave))
  const changes: WorkerHealth[] = []
  const messages: string[] = []
  const warnings: string[] = []
  const worker = new SupervisedWorker<ToEngine, FromEngine>({
    name: 'The engine',
    file,
    data: { dataFolder: folder, settings: DeskSettings.parse({}) },
    policy,
    goneWithinMs,
    readyWithinMs: 10_000,
    pulse: { everyMs: hungAfterMs / 5, hungAfterMs, ping: n => ({ kind: 'ping', n }) },
    stopMessage: { kind: 'stop' },
    log: { write: (level, text) => level === 'warn' && warnings.push(text) },
    message: message => messages.push(message.kind),
    changed: health => changes.push(health),
  })
  onTestFinished(() => worker.stop(100))
  return {
    worker,
    messages,
    warnings,
    lives: () => readFileSync(path.join(folder, 'lives'), 'utf8').trimEnd().split('\n'),
    healths: () => changes.map(({ is }) => is),
    texts: () => changes.flatMap(change => ('text' in change ? [change.text] : [])),
  }
}

const command = (kind: string) => ({ kind: 'command', command: { kind, id: kind } }) as unknown as ToEngine

describe('a supervised worker', () => {
  it('starts, answers and stops when it is asked to', async () => {
    const { worker, messages, healths } = supervise()
    expect(await worker.start()).toEqual({ is: 'running' })
    expect(worker.post(command('pause'))).toBe(true)
    await eventually(() => expect(messages).toContain('answer'))
    await worker.stop(5_000)
    expect(messages).toContain('stopped')
    expect(healths()).toEqual(['starting', 'running', 'stopped'])
    expect(worker.post(command('pause'))).toBe(false)
  })

  it('is started again when it throws', async () => {
    const { worker, healths } = supervise()
    await worker.start()
    worker.post(command('closePosition'))
    await eventually(() =>
      expect(healths()).toEqual(['starting', 'running', 'waiting', 'starting', 'running']),
    )
  })

  it('is replaced when it hangs', async () => {
    const { worker, healths, texts } = supervise({}, { hungAfterMs: 250 })
    await worker.start()
    worker.post(command('setSelector'))
    await eventually(() => expect(texts()[0]).toContain('not answered'))
    await eventually(() => expect(healths().at(-1)).toBe('running'))
  })

  it('is replaced when its thread is gone, which may be in the middle of a write', async () => {
    const { worker, healths, lives, warnings } = supervise({ hangsInSystemS: 1 }, { hungAfterMs: 250 })
    await worker.start()
    worker.post(command('setSelector'))
    await eventually(() =>
      expect(healths()).toEqual(['starting', 'running', 'waiting', 'starting', 'running']),
    )
    expect(lives()).toEqual(['began', 'ended', 'began'])
    expect(warnings).toEqual([])
  })

  it('is replaced beside its old thread when that does not go, and it is said', async () => {
    const quick = { hungAfterMs: 250, goneWithinMs: 50 }
    const { worker, healths, lives, warnings } = supervise({ hangsInSystemS: 2 }, quick)
    await worker.start()
    worker.post(command('setSelector'))
    await eventually(() => expect(healths().at(-1)).toBe('running'))
    await eventually(() => expect(lives()).toEqual(['began', 'began']))
    expect(warnings).toEqual(['The engine did not end when it was told to: another one starts'])
    await eventually(() => expect(lives()).toEqual(['began', 'began', 'ended']))
  })

  it('that is stopped while its old thread goes stays stopped', async () => {
    const { worker, healths, lives } = supervise({ hangsInSystemS: 1 }, { hungAfterMs: 250 })
    await worker.start()
    worker.post(command('setSelector'))
    await eventually(() => expect(healths().at(-1)).toBe('waiting'))
    await worker.stop(50)
    await eventually(() => expect(lives()).toEqual(['began', 'ended']))
    expect(healths()).toEqual(['starting', 'running', 'waiting', 'stopped'])
  })

  it('is given up after so many quick failures, in one sentence', async () => {
    const { worker, healths } = supervise({ dieAtStart: true })
    const health = await worker.start()
    expect(health).toEqual({
      is: 'failed',
      code: 'GAVE_UP',
      text: 'The engine failed 3 times in a row (died at its start). Restart BITTEN.',
    })
    expect(healths().filter(is => is === 'starting')).toHaveLength(3)
  })

  it('is not tried again when it says why it can not work', async () => {
    const failed = { code: 'NEWER_SCHEMA', text: 'ledger.db is from a newer BITTEN.' }
    const { worker, healths } = supervise({ failed })
    expect(await worker.start()).toEqual({ is: 'failed', ...failed })
    expect(healths()).toEqual(['starting', 'failed'])
  })

  it('whose file is not there is given up', async () => {
    const { worker } = supervise({}, { file: path.join(import.meta.dirname, 'nowhere.mjs') })
    expect(await worker.start()).toMatchObject({
      is: 'failed',
      code: 'GAVE_UP',
      text: expect.stringContaining('nowhere.mjs') as string,
    })
  })

  it('that ignores the wish to stop is ended after the time it was given', async () => {
    const { worker } = supervise({ ignoreStop: true })
    await worker.start()
    await worker.stop(50)
    expect(worker.health).toEqual({ is: 'stopped' })
  })

  it('that is stopped while it waits for its next start stays stopped', async () => {
    const { worker, healths } = supervise(
      {},
      { policy: { ...QUICK, firstDelayMs: 60_000, maxDelayMs: 60_000 } },
    )
    await worker.start()
    worker.post(command('closePosition'))
    await eventually(() => expect(healths().at(-1)).toBe('waiting'))
    await worker.stop(50)
    expect(healths()).toEqual(['starting', 'running', 'waiting', 'stopped'])
  })
})
