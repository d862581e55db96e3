import { expect, test } from 'vitest'
import { MemoryRows, type FeatureRows } from '../../domain/venom/confidence/feature-rows.ts'
import { JoinedRows, PickedRows } from './joined-rows.ts'
import { MemorySink } from './memory-sink.ts'

const A = new MemoryRows(Float64Array.of(1, 2, 3, 4), 2)
const B = new MemoryRows(Float64Array.of(5, 6), 2)
const all = (rows: FeatureRows, length: number) =>
  Array.from({ length }, (_, row) => {
    const from = rows.begin(row)
    return [...rows.values.subarray(from, from + rows.stride)]
  })

test('rows of several parts come in the order that is asked for, and some of them can be picked', () => {
  const joined = new JoinedRows([A, B], Uint8Array.of(0, 1, 0), Uint32Array.of(1, 0, 0))
  expect(all(joined, 3)).toEqual([[3, 4], [5, 6], [1, 2]]) // prettier-ignore
  expect(all(new PickedRows(joined, [2, 1]), 2)).toEqual([[1, 2], [5, 6]]) // prettier-ignore
})

test('rows that are gathered in memory are there however many come', () => {
  const sink = new MemorySink(2, Float32Array)
  const row = new Float32Array(2)
  for (let k = 0; k < 1_000; k++) {
    row.fill(k)
    sink.add(row)
  }
  const rows = sink.end()
  expect(all(rows, 1_000)).toEqual(Array.from({ length: 1_000 }, (_, k) => [k, k]))
})
