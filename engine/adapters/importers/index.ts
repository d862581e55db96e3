export { openTickSource, type TickSourceOptions } from './tick-source.ts'
export {
  openBarSource,
  type BarBatch,
  type BarReport,
  type BarSource,
  type BarSourceOptions,
} from './bar-source.ts'
export type { ImportRefusal, ImportRefusalCode } from './refusal.ts'
export type { SpreadModel } from './bars/play-bar.ts'
export { pacedSource } from './paced-source.ts'
export { openTape, pairsInFiles, readTape, type TapeRead } from './tape-source.ts'
export { hashFiles } from './hash-files.ts'
