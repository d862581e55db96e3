import { GCProfiler, setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void

const usedBytes = (): number => process.memoryUsage().heapUsed

/** What is on the heap when all garbage is gone. */
export function settledBytes(): number {
  collect()
  collect()
  return usedBytes()
}

/** What a piece of work left on the heap when all garbage was gone, and what it allocated on the way; bytes. */
export function heapOf(work: () => void): { grown: number; allocated: number } {
  const before = settledBytes()
  const profiler = new GCProfiler()
  profiler.start()
  work()
  const atEnd = usedBytes()
  const { statistics } = profiler.stop()
  let allocated = 0
  let last = before
  for (const { beforeGC, afterGC } of statistics) {
    allocated += beforeGC.heapStatistics.usedHeapSize - last
    last = afterGC.heapStatistics.usedHeapSize
  }
  return { grown: settledBytes() - before, allocated: allocated + atEnd - last }
}
