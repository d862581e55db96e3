import type { FunctionSymbol } from '../model/symbol.ts'
import { printType } from '../model/print-type.ts'
import type { Work } from '../work.ts'

type Handler = {
  readonly returns: readonly string[]
  readonly takes: readonly string[]
  readonly code: number
}

const WRONG_HANDLER = 70

/** What the reference says of the functions that the terminal calls. */
const HANDLERS: Readonly<Record<string, Handler>> = {
  OnInit: { returns: ['int', 'void'], takes: [], code: 54 },
  OnDeinit: { returns: ['void'], takes: ['const int'], code: 56 },
  OnStart: { returns: ['void', 'int'], takes: [], code: 52 },
  OnTick: { returns: ['void'], takes: [], code: WRONG_HANDLER },
  OnTimer: { returns: ['void'], takes: [], code: WRONG_HANDLER },
  OnTrade: { returns: ['void'], takes: [], code: WRONG_HANDLER },
  OnTester: { returns: ['double'], takes: [], code: WRONG_HANDLER },
  OnBookEvent: { returns: ['void'], takes: ['const string &'], code: WRONG_HANDLER },
  OnChartEvent: {
    returns: ['void'],
    takes: ['const int', 'const long &', 'const double &', 'const string &'],
    code: WRONG_HANDLER,
  },
  OnTradeTransaction: {
    returns: ['void'],
    takes: ['const MqlTradeTransaction &', 'const MqlTradeRequest &', 'const MqlTradeResult &'],
    code: WRONG_HANDLER,
  },
}

/** A function that bears a handler's name must be what the terminal calls. */
export function checkEventHandler(symbol: FunctionSymbol, work: Work): void {
  const handler = HANDLERS[symbol.name]
  if (handler === undefined || symbol.owner !== null) return
  const takes = symbol.parameters.map(({ constant, type, reference }) => {
    return `${constant ? 'const ' : ''}${printType(type)}${reference ? ' &' : ''}`
  })
  const wanted = handler.takes.map(plain)
  const fits = takes.length === wanted.length && takes.every((each, index) => plain(each) === wanted[index])
  if (fits && handler.returns.includes(printType(symbol.returnType))) return
  work.report(
    symbol.at,
    handler.code,
    `the terminal calls ${handler.returns[0]} ${symbol.name}(${handler.takes.join(', ')})`,
  )
}

/** `const` before a value that is copied is the function's own affair. */
function plain(parameter: string): string {
  return parameter.endsWith('&') ? parameter : parameter.replace(/^const /, '')
}
