/** VENOM's figures, part by part; `--part NAME` measures one. */
import { report, type Figure } from './lib/figures.ts'
import { averageCross } from './venom/average-cross.ts'
import { fullPipeline } from './venom/full-pipeline.ts'
import { liveTicks } from './venom/live-ticks.ts'
import { tenIndicators } from './venom/ten-indicators.ts'
import { walkForwardOf2018 } from './venom/walk-forward.ts'
import { memoryOverYears } from './venom/years.ts'

const PARTS: Readonly<Record<string, () => readonly Figure[] | Promise<readonly Figure[]>>> = {
  'ten-indicators': tenIndicators,
  'average-cross': averageCross,
  'full-pipeline': fullPipeline,
  'live-ticks': liveTicks,
  'walk-forward': walkForwardOf2018,
  years: memoryOverYears,
}

const at = process.argv.indexOf('--part')
const wanted = at < 0 ? Object.keys(PARTS) : [process.argv[at + 1] ?? '']
const figures: Figure[] = []
for (const name of wanted) {
  const part = PARTS[name]
  if (part === undefined)
    throw new Error(`There is no part '${name}'. There are: ${Object.keys(PARTS).join(', ')}.`)
  figures.push(...(await part()))
}
report('venom', figures)
