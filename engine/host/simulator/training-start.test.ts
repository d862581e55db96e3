import { describe, expect, it } from 'vitest'
import { Settings } from '../../contracts/settings.ts'
import { trainingStart } from './training-start.ts'

const settings = Settings.parse({ version: 1, training: { seed: 5, speed: 30 } })
const place = { port: 5577, pairingKey: 'KEY', dataFolder: '/data' }

describe('the training ground', () => {
  it('starts with what the settings say and keeps its state in the data folder', () => {
    expect(trainingStart({}, settings, place)).toMatchObject({
      endpoint: 'tcp://127.0.0.1:5577',
      pairingKey: 'KEY',
      uuid: 'training-ground',
      account: { balance: 10_000 },
      source: { kind: 'generator', seed: 5 },
      speed: 30,
      paused: false,
      stateFile: '/data/training-ground.json',
    })
  })

  it('opens on a weekday morning, with all fifteen pairs', () => {
    const { source } = trainingStart({}, settings, place)
    if (source.kind !== 'generator') throw new Error('no generator')
    expect(new Date(source.startMs).toUTCString()).toBe('Mon, 05 May 2014 06:00:00 GMT')
    expect(source.pairs).toHaveLength(15)
  })

  it('takes the wish before the settings', () => {
    const source = { kind: 'files' as const, files: ['a.zip'] }
    expect(trainingStart({ speed: 0, seed: 9, stateFile: null }, settings, place)).toMatchObject({
      speed: 0,
      stateFile: null,
      source: { seed: 9 },
    })
    expect(trainingStart({ source, paused: true }, settings, place)).toMatchObject({ source, paused: true })
  })
})
