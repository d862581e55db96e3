import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { SOUNDS, soundOf, wavOf } from '../tools/make-sounds.mjs'

const FOLDER = path.join(import.meta.dirname, 'sounds')
const NAMES = ['mission', 'fill', 'target', 'stop', 'warning', 'rank']
const RATE = 22_050
const samplesOf = (name: string) => soundOf(SOUNDS[name] ?? [])

/** How often it crosses zero in each quarter: its rough melody. */
function shapeOf(samples: Int16Array): string {
  const quarter = Math.floor(samples.length / 4)
  const crossings = (from: number) =>
    samples.slice(from, from + quarter).filter((value, k, all) => k > 0 && value >= 0 !== (all[k - 1] ?? 0) >= 0).length // prettier-ignore
  const hz = [0, 1, 2, 3].map(n => Math.round(((crossings(n * quarter) / 2) * RATE) / quarter / 50) * 50)
  return `${Math.round((samples.length / RATE) * 10)} ${hz.join(' ')}`
}

describe('the sounds of the alerts', () => {
  it('are the files that `node tools/make-sounds.mjs` makes, one of each name', () => {
    expect(readdirSync(FOLDER).toSorted()).toEqual(NAMES.map(name => `${name}.wav`).toSorted())
    expect(Object.keys(SOUNDS).toSorted()).toEqual([...NAMES].toSorted())
    for (const name of NAMES)
      expect(readFileSync(path.join(FOLDER, `${name}.wav`)).equals(wavOf(samplesOf(name))), name).toBe(true)
  })

  it.each(NAMES)('%s is short, soft and does not click', name => {
    const samples = samplesOf(name)
    const seconds = samples.length / RATE
    expect(seconds).toBeGreaterThanOrEqual(0.2)
    expect(seconds).toBeLessThanOrEqual(0.9)
    expect(wavOf(samples).length).toBeLessThan(60_000)
    const peak = Math.max(...samples.map(Math.abs)) / 32_768
    expect(20 * Math.log10(peak)).toBeLessThanOrEqual(-6)
    expect(Math.abs(samples[0] ?? 1)).toBe(0)
    expect(Math.abs(samples.at(-1) ?? 32_768)).toBeLessThan(100)
  })

  it('differ in length or melody, so that they are told apart by ear', () => {
    expect(new Set(NAMES.map(name => shapeOf(samplesOf(name)))).size).toBe(NAMES.length)
  })
})
