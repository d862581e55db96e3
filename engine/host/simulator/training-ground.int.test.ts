import { beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { eventually } from '../../testkit/eventually.ts'
import { Settings } from '../../contracts/settings.ts'
import { bundleProgram } from '../../testkit/bundle-program.ts'
import { temporaryFolder } from '../../testkit/temporary-folder.ts'
import { nodeSpawner } from './node-spawner.ts'
import { TrainingGround } from './training-ground.ts'
import { trainingStart } from './training-start.ts'

let program = ''
beforeAll(async () => {
  program = await bundleProgram('engine/testkit/programs/scripted-simulator.ts')
})

const POLICY = { steadyMs: 60_000, tries: 3, firstDelayMs: 5, maxDelayMs: 10 }

function open({ seed = 7, file = program, dataFolder = '/data' } = {}) {
  const notices: string[] = []
  const warnings: string[] = []
  const place = { port: 5577, pairingKey: 'KEY', dataFolder }
  const training = new TrainingGround({
    file,
    start: trainingStart({ seed }, Settings.parse({ version: 1 }), place),
    spawner: nodeSpawner,
    log: { write: (level, text) => level === 'warn' && warnings.push(text) },
    notice: (_level, text) => notices.push(text),
    policy: POLICY,
  })
  onTestFinished(() => training.stop(100))
  training.start()
  return { training, notices, warnings }
}

describe('the training ground', () => {
  it('gives its process the port, the key and the seed, steers it and stops it', async () => {
    const { training, notices, warnings } = open()
    await eventually(() => expect(notices).toHaveLength(1))
    expect(JSON.parse(notices[0] ?? '')).toMatchObject({
      endpoint: 'tcp://127.0.0.1:5577',
      pairingKey: 'KEY',
      source: { seed: 7 },
    })

    expect(training.control({ kind: 'pause' })).toEqual({ is: 'done' })
    await eventually(() => expect(notices[1]).toBe('pause'))
    expect(warnings).toEqual(['the simulated terminal said something unknown'])

    await training.stop(5_000)
    expect(training.control({ kind: 'pause' })).toMatchObject({ is: 'failed', code: 'NO_SIMULATOR' })
  })

  it('is started again when it dies', async () => {
    const { training, notices } = open()
    await eventually(() => expect(notices).toHaveLength(1))
    training.control({ kind: 'step', ticks: 1 })
    await eventually(() => expect(notices).toHaveLength(3))
    expect(notices[1]).toBe('The training ground stopped and is being started again (it ended with code 3).')
    expect(notices[2]).toBe(notices[0])
  })

  it('that says why it can not work is not started again', async () => {
    const { notices, training } = open({ seed: 1 })
    await eventually(() => expect(training.control({ kind: 'play' }).is).toBe('failed'))
    expect(notices.filter(text => text !== 'play')).toEqual(['The state file is damaged.'])
  })

  it('that has no room for its account is started until there is, and says both once', async () => {
    const { notices } = open({ seed: 3, dataFolder: temporaryFolder() })
    await eventually(() => expect(notices).toEqual(['There is no room.', 'The training ground is back.']))
  })

  it('whose program is not there is given up', async () => {
    const { notices } = open({ file: '/nowhere.js' })
    await eventually(() => expect(notices.at(-1)).toContain('3 times in a row'))
  })

  it('that ignores the wish to stop is ended', async () => {
    const { training, notices } = open({ seed: 2 })
    await eventually(() => expect(notices).toHaveLength(1))
    await training.stop(50)
    expect(training.control({ kind: 'play' }).is).toBe('failed')
  })
})
