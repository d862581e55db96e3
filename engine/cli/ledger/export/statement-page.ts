import type { ClosedTrade } from '../../../contracts/mission.ts'
import { utcTime } from '../../../domain/spreadsheet/utc-time.ts'
import { sumsOf, type AccountStatement, type StatementDeal } from './statement.ts'

const STYLE =
  'body{font:13px Tahoma,Arial,sans-serif;margin:24px}table{border-collapse:collapse;margin:8px 0 24px}' +
  'th,td{border:1px solid #c0c0c0;padding:3px 8px;text-align:right}th{background:#e5f0fc}'

/** A page for a person, as MetaTrader's own statement is laid out; it loads nothing and runs nothing. */
export function statementPage(accounts: readonly AccountStatement[], madeMs: number): string {
  const body = accounts.length === 0 ? '<p>No deals yet.</p>' : accounts.map(accountPart).join('\n')
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>BITTEN statement</title>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"><style>${STYLE}</style></head>
<body><h1>BITTEN statement</h1><p>Made ${utcTime(madeMs)} UTC from the ledger. Times are UTC; money is in the account's currency.
Accounts are never added together.</p>
${body}
</body></html>
`
}

function accountPart(account: AccountStatement): string {
  const { broker, server, kind, terminal } = account
  return [
    `<h2>${escaped(broker)}, ${escaped(server)}: ${kind === 'simulated' ? 'SIMULATED' : kind} account, terminal ${escaped(terminal)}</h2>`,
    '<h3>Positions</h3>',
    table(POSITIONS, account.trades.map(positionCells)),
    '<h3>Deals</h3>',
    table(DEALS, account.deals.map(dealCells)),
    balanceLine(account),
  ].join('\n')
}

const POSITIONS = 'Opened|Symbol|Type|Volume|Price|S / L|T / P|Closed|Price|Reason|Profit|R'.split('|')

function positionCells(trade: ClosedTrade): string[] {
  const price = (points: number) => (points / 10 ** trade.digits).toFixed(trade.digits)
  return [
    utcTime(trade.openMs),
    trade.pair,
    trade.side,
    String(trade.lots),
    price(trade.open),
    price(trade.stop),
    price(trade.target),
    utcTime(trade.closeMs),
    price(trade.close),
    trade.reason,
    money(trade.netCents),
    trade.r.toFixed(2),
  ]
}

const DEALS =
  'Time|Deal|Position|Symbol|Type|Direction|Volume|Price|Order|Commission|Swap|Profit|Of BITTEN'.split('|')

function dealCells({ deal, ours }: StatementDeal): string[] {
  return [
    utcTime(deal.timeMs),
    deal.deal,
    deal.position,
    deal.symbol,
    deal.side,
    deal.entry,
    deal.lots,
    deal.price,
    deal.order,
    money(deal.commission),
    money(deal.swap),
    money(deal.profit),
    ours ? 'yes' : 'no',
  ]
}

/** Deals that are not ours are shown and not counted. */
function balanceLine(account: AccountStatement): string {
  const { profit, commission, swap, net } = sumsOf(account)
  const parts = `Profit ${money(profit)}, commission ${money(commission)}, swap ${money(swap)}: <b>net ${money(net)}</b>.`
  const { balanceCents } = account
  const balance = balanceCents === null ? 'not told yet' : money(balanceCents)
  return `<p>BITTEN's deals. ${parts} Balance as the terminal last told it at the start of a day or at a peak: <b>${balance}</b>.</p>`
}

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [
    '<table><tr>',
    ...head.map(name => `<th>${name}</th>`),
    '</tr>',
    ...rows.map(row => `<tr>${row.map(text => `<td>${escaped(text)}</td>`).join('')}</tr>`),
    '</table>',
  ].join('')

const money = (cents: number): string => (cents / 100).toFixed(2)

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, sign => ENTITIES[sign] ?? sign)
