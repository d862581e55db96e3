import { FileRows, type FeatureFile } from '../../adapters/lab-store/index.ts'
import { MemoryRows, type FeatureRows } from '../../domain/venom/confidence/feature-rows.ts'
import { JoinedRows } from '../../lab/candidates/joined-rows.ts'
import type { Candidates } from '../../lab/candidates/candidates.ts'
import type { MarketEntries } from '../../lab/candidates/market-entries.ts'
import type { Gathered } from '../../lab/walk-forward/gathered.ts'
import type { SentGathered } from './crew-messages.ts'

/** Rows of features as one worker tells another of them: where they lie, or what they are. */
export type SentRows =
  | Readonly<{ in: 'memory'; values: Float64Array | Float32Array; stride: number }>
  | Readonly<{ in: 'file'; told: FeatureFile }>
  | Readonly<{ in: 'parts'; parts: readonly SentRows[]; partOf: Uint8Array; rowOf: Uint32Array }>

/** Anything with features, as it is sent. */
export type Sent<T extends WithFeatures> = Omit<T, 'features'> & Readonly<{ features: SentRows }>
type WithFeatures = Readonly<{ features: FeatureRows }>

export const send = <T extends WithFeatures>(one: T): Sent<T> => ({
  ...one,
  features: sentRows(one.features),
})

export const receive = <T extends WithFeatures>(one: Sent<T>): Omit<T, 'features'> & WithFeatures => ({
  ...one,
  features: receivedRows(one.features),
})

export const sendGathered = ({ candidates, market }: Gathered): SentGathered => ({
  candidates: send(candidates),
  market: send(market),
})

export const receiveGathered = ({ candidates, market }: SentGathered): Gathered => ({
  candidates: receive<Candidates>(candidates),
  market: receive<MarketEntries>(market),
})

/** The files that its features lie in. */
export const filesOf = ({ candidates, market }: SentGathered): readonly FeatureFile[] =>
  [candidates.features, market.features].flatMap(rows => (rows.in === 'file' ? [rows.told] : []))

function sentRows(rows: FeatureRows): SentRows {
  if (rows instanceof FileRows) return { in: 'file', told: rows.told }
  if (rows instanceof MemoryRows) return { in: 'memory', values: rows.values, stride: rows.stride }
  if (!(rows instanceof JoinedRows)) throw new Error('these rows of features are not made to be sent')
  const { parts, partOf, rowOf } = rows
  return { in: 'parts', parts: parts.map(sentRows), partOf, rowOf }
}

function receivedRows(sent: SentRows): FeatureRows {
  switch (sent.in) {
    case 'memory':
      return new MemoryRows(sent.values, sent.stride)
    case 'file':
      return new FileRows(sent.told)
    case 'parts':
      return new JoinedRows(sent.parts.map(receivedRows), sent.partOf, sent.rowOf)
  }
}
