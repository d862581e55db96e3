import { beforeAll, expect, it, onTestFinished } from 'vitest'
import type { Pair } from '../contracts/pairs.ts'
import { TerminalId } from '../contracts/primitives.ts'
import type { WarRoomView } from '../contracts/views.ts'
import { eventually } from '../testkit/eventually.ts'
import { simulate, startFor } from '../testkit/simulated-terminal.ts'
import { bundleHost, startWholeHost, viewOf } from '../testkit/whole-host.ts'
import type { Host } from './index.ts'

const ALPHA = TerminalId.parse('alpha')
const BRAVO = TerminalId.parse('bravo')

beforeAll(bundleHost, 60_000)

/** A terminal with a broker, an account and a market of its own. */
async function linkTo(host: Host, uuid: TerminalId, balance: number, pairs: Pair[]) {
  const { port, pairingKey } = host.ready()
  const start = startFor({ endpoint: `tcp://127.0.0.1:${port}` }, { uuid, pairs })
  const { simulator } = await simulate({ ...start, pairingKey, account: { ...start.account, balance } })
  return simulator
}

/** A window: it watches, and asks for the whole view whenever the revisions leave a gap. */
function aWindow(host: Host): { view(): Promise<WarRoomView> } {
  onTestFinished(host.watch(() => undefined))
  return {
    view: () => viewOf(host),
  }
}

const whose = ({ shown, account, prices }: WarRoomView) => ({
  shown,
  balance: account && account.balanceCents / 100,
  pairs: Object.keys(prices),
})

it('two terminals have each its own account and market, and the room shows the one that was asked for', async () => {
  const host = await startWholeHost()
  const window = aWindow(host)
  await linkTo(host, ALPHA, 10_000, ['EURUSD'])
  await eventually(async () => expect((await window.view()).links).toMatchObject([{ armed: true }]))
  const bravo = await linkTo(host, BRAVO, 25_000, ['USDJPY'])
  await eventually(async () =>
    expect((await window.view()).links).toMatchObject([
      { terminal: ALPHA, armed: true, currency: 'USD' },
      { terminal: BRAVO, armed: true, currency: 'USD' },
    ]),
  )
  const ofAlpha = { shown: ALPHA, balance: 10_000, pairs: ['EURUSD'] }
  await eventually(async () => expect(whose(await window.view())).toEqual(ofAlpha))

  expect(host.showTerminal(BRAVO)).toEqual({ is: 'done' })
  await eventually(async () =>
    expect(whose(await window.view())).toEqual({ shown: BRAVO, balance: 25_000, pairs: ['USDJPY'] }),
  )
  const [first, second] = (await window.view()).links
  expect(first?.accountMark).not.toBe(second?.accountMark)

  await bravo.stop()
  await eventually(async () => expect(whose(await window.view())).toEqual(ofAlpha))
  expect(host.showTerminal(BRAVO)).toMatchObject({ is: 'failed', code: 'LINK_DOWN' })
}, 60_000)
