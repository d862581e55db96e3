import path from 'node:path'
import { openBarSource, type BarReport, type BarSource } from '../../adapters/importers/index.ts'
import { openMarketStore } from '../../adapters/market-store/index.ts'
import type { Pair } from '../../contracts/pairs.ts'
import { openDataFolder } from '../../host/data-folder/data-folder.ts'
import type { BarStore } from '../../ports/bar-store.ts'
import { StoreFault } from '../../ports/store-fault.ts'
import type { CliContext } from '../context.ts'
import { DONE, failed, REPORTED, STOPPED, type Failure, type Outcome } from '../outcome.ts'
import type { Output } from '../output.ts'
import { count, counted, minuteOf, tallyText } from '../text.ts'
import type { ImportFlags } from './import-command.ts'

/** Writes the bars of the files into market.db while it holds the data folder, and says what they were. */
export async function importBars(
  files: readonly string[],
  flags: ImportFlags,
  context: CliContext,
  out: Output,
): Promise<Outcome> {
  const opened = await openBarSource({
    files,
    ...(flags.symbols !== undefined && { pairs: flags.symbols }),
    ...(flags.serverOffset !== undefined && { serverTime: flags.serverOffset }),
    onFault: ({ code, where, text }) => out.warn(`${code} ${where}: ${text}`),
  })
  if (opened.is === 'refused') return failed(opened.code, opened.text)
  const folder = openDataFolder(path.resolve(flags.dataFolder ?? context.environment.dataFolder))
  if (folder.is === 'refused') return failed(folder.code, folder.text)
  try {
    const file = path.join(folder.path, 'market.db')
    const store = openMarketStore({ file, binding: context.environment.sqliteBinding })
    try {
      const source = `import:${flags.source}`
      const spans = await writeAll(opened.source, store, source, context.stop)
      if (context.stop.aborted) return STOPPED
      return report({ file, source, spans, ...opened.source.report() }, out)
    } finally {
      store.close()
    }
  } catch (cause) {
    if (cause instanceof StoreFault) return failed(cause.code, cause.message)
    throw cause
  } finally {
    folder.release()
  }
}

/** First and last bar of a pair. */
type Span = Readonly<{ pair: Pair; digits: number; fromMs: number; toMs: number }>

async function writeAll(
  bars: BarSource,
  store: BarStore,
  source: string,
  stop: AbortSignal,
): Promise<readonly Span[]> {
  const spans = new Map<Pair, Span>()
  for await (const { pair, digits, bars: batch } of bars.batches()) {
    if (stop.aborted) break
    store.write(source, pair, digits, batch)
    const fromMs = spans.get(pair)?.fromMs ?? batch[0]?.openMs ?? 0
    spans.set(pair, { pair, digits, fromMs, toMs: batch.at(-1)?.openMs ?? fromMs })
  }
  return [...spans.values()]
}

type Imported = BarReport & Readonly<{ file: string; source: string; spans: readonly Span[] }>

function report(imported: Imported, out: Output): Outcome {
  const { file, source, spans, bars, dropped, gaps, samples } = imported
  const fault = faultOf(imported)
  const pairs = bars.map(one => ({ ...one, ...spans.find(({ pair }) => pair === one.pair) }))
  const error = fault === null ? {} : { error: { code: fault.code, text: fault.text } }
  out.document({ file, source, pairs, dropped, gaps, samples, ...error })
  for (const { pair, count: stored, fromMs, toMs } of pairs)
    if (fromMs !== undefined && toMs !== undefined)
      out.line(`${pair}  ${counted(stored, 'bar')}, ${minuteOf(fromMs)} to ${minuteOf(toMs)} UTC`)
  if (Object.keys(dropped).length > 0) out.line(`Left out: ${tallyText(dropped)}`)
  if (gaps.length > 0) out.line(`${count(gaps.length)} times no bar for an hour or more in market hours`)
  out.line(`Stored as "${source}" in ${file}`)
  if (fault === null) return DONE
  out.warn(`bitten: ${fault.text}`)
  return REPORTED
}

/** What was read before a file broke off is stored; that it broke off must not pass for success. */
function faultOf({ samples, bars }: Imported): Failure | null {
  const damaged = samples.find(({ code }) => code === 'DAMAGED_FILE')
  if (damaged !== undefined) return failed(damaged.code, `${damaged.where}: ${damaged.text}`)
  if (bars.every(({ count: stored }) => stored === 0))
    return failed('NO_BARS', 'No bar in these files can be used')
  return null
}
