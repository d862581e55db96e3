import { existsSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { readTape } from '../../engine/adapters/importers/index.ts'
import { openModel } from '../../engine/adapters/models/index.ts'
import type { HonestyCheck } from '../../engine/contracts/honesty.ts'
import type { ModelFile } from '../../engine/contracts/model.ts'
import { modelFault } from '../../engine/domain/venom/confidence/model-fault.ts'
import { gatheredOf } from '../../engine/lab/honesty/collect.ts'
import { controlsCheck } from '../../engine/lab/honesty/controls.ts'
import { lookAheadCheck } from '../../engine/lab/honesty/look-ahead.ts'
import { startUpCheck } from '../../engine/lab/honesty/start-up.ts'
import { partOfTape } from '../../engine/lab/honesty/tape-parts.ts'
import type { MinuteTape } from '../../engine/ports/minute-tape.ts'

/** Real market data that may not be part of the project. */
const DATA = path.resolve(import.meta.dirname, '../../../shared/data/m1-2018')
const MODELS = path.resolve(import.meta.dirname, '../../resources/models')

const reds = ({ figures }: HonestyCheck) => figures.filter(({ is }) => is === 'red')

describe.skipIf(!existsSync(DATA))('on USDJPY of 2018', () => {
  let tape: MinuteTape
  let model: ModelFile

  beforeAll(async () => {
    const read = await readTape({
      files: [path.join(DATA, '*USDJPY*.zip')],
      pair: 'USDJPY',
      serverTime: null,
    })
    if (read.is === 'refused') throw new Error(read.text)
    const opened = openModel(path.join(MODELS, 'majors-2018-08.json'), modelFault)
    if (opened.is === 'refused') throw new Error(opened.text)
    tape = read.tape
    model = opened.model
  })

  test('no signal has seen the future', () => {
    const beginning = partOfTape(tape, 0, 30_000)
    expect(reds(lookAheadCheck([beginning], { seed: 7, cutsPerSetup: 3, cutsAnywhere: 5, model }))).toEqual(
      [],
    )
  })

  test('a start with the history of the desk keeps its bounds', () => {
    const choices = { seed: 7, days: [7, 30], starts: 3, comparedDays: 4, model }
    expect(reds(startUpCheck([tape], choices))).toEqual([])
  })

  test('outcomes of other candidates give no skill', () => {
    const choices = { seed: 7, shuffles: 20, shifts: 12 }
    expect(reds(controlsCheck('USDJPY', gatheredOf(tape), choices))).toEqual([])
  })
})
