import { appendFileSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { openTape } from '../../adapters/importers/index.ts'
import { PairPassage } from '../../lab/backtest/pass-pair.ts'
import { featuresOf } from '../../lab/candidates/candidates.ts'
import { aMinuteFile } from '../../testkit/minute-file.ts'
import { temporaryFolder } from '../../testkit/temporary-folder.ts'
import type { Part, PartName, Parts } from './crew-messages.ts'
import { keptCrew } from './kept-crew.ts'
import { gatherPart, pairPart } from './parts.ts'

/** A crew over a made sample of minutes, whose parts are done here. */
function aCrew() {
  const file = aMinuteFile(temporaryFolder(), 10)
  const folder = path.join(temporaryFolder(), 'gathered')
  mkdirSync(folder)
  const pieces = new Map<string, Uint8Array>()
  const read: string[] = []
  async function run<Name extends PartName>(name: Name, asked: Parts[Name]['asked']) {
    const part = { part: name, ...asked } as Part
    if (part.part === 'gather') return gatherPart(part.pairs) as Parts[Name]['done']
    if (part.part !== 'pair') throw new Error(`nobody does ${name} here`)
    read.push(part.files)
    return (await pairPart(part.data, part.pair, part.files)) as Parts[Name]['done']
  }
  const data = { files: [file], serverTime: null, fromMs: null, toMs: null, calendar: null, swaps: {} }
  const crew = keptCrew({
    pool: { run },
    store: { piece: key => pieces.get(key) ?? null, keepPiece: (key, bytes) => void pieces.set(key, bytes) },
    folder,
    data,
    ground: 1,
    settings: 1,
    fresh: false,
    nowMs: () => 0,
  })
  return { crew, read, folder, file }
}

async function inMemory(file: string) {
  const opened = await openTape({ files: [file], pair: 'EURUSD', serverTime: null })
  if (opened.is === 'refused') throw new Error(opened.text)
  const always = { fromMs: Number.NEGATIVE_INFINITY, toMs: Number.POSITIVE_INFINITY }
  const passage = new PairPassage('EURUSD', opened.digits, { calendar: null, ...always, withMarket: true })
  for await (const stretch of opened.stretches(null)) passage.stretch(stretch)
  const passed = passage.end(await opened.report())
  if (passed.is === 'refused') throw new Error(passed.text)
  return passed
}

it('gathers from its files, to the last bit, what a pass keeps in memory', async () => {
  const { crew, file } = aCrew()
  await crew.pair('EURUSD')
  const kept = await crew.gather(['EURUSD'])
  const { candidates, market } = await inMemory(file)

  expect(candidates.length).toBeGreaterThan(100)
  expect(market.length).toBeGreaterThan(1_024)
  expect([kept.candidates.length, kept.market.length]).toEqual([candidates.length, market.length])
  expect([...kept.candidates.net1]).toEqual([...candidates.net1])
  expect([...kept.market.plans.TIMED.p0]).toEqual([...market.plans.TIMED.p0])
  for (let row = 0; row < candidates.length; row++)
    expect(featuresOf(kept.candidates, row)).toEqual(featuresOf(candidates, row))
  const from = kept.market.features.begin(market.length - 1)
  const whole = market.features.begin(market.length - 1)
  expect(kept.market.features.values.slice(from, from + market.features.stride)).toEqual(
    market.features.values.slice(whole, whole + market.features.stride),
  )
})

it('reads a pair once, and again when a file of it has gone or is not what it was', async () => {
  const { crew, read, folder } = aCrew()
  await crew.pair('EURUSD')
  await crew.pair('EURUSD')
  expect(read).toHaveLength(1)

  const [first = '', second = ''] = readdirSync(folder)
  rmSync(path.join(folder, first))
  await crew.pair('EURUSD')
  expect(read).toHaveLength(2)
  appendFileSync(path.join(folder, second), 'x')
  await crew.pair('EURUSD')
  expect(read).toHaveLength(3)
})
