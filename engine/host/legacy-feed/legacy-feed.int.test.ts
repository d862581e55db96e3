import { request } from 'node:http'
import { connect } from 'node:net'
import { describe, expect, it, onTestFinished } from 'vitest'
import { EpochMs, TerminalId } from '../../contracts/primitives.ts'
import { Settings } from '../../contracts/settings.ts'
import type { BodyOf, Header } from '../../contracts/wire/index.ts'
import { aUlid } from '../../testkit/events.ts'
import { aLegacyTick, aPost, PredecessorEa } from '../../testkit/predecessor-ea.ts'
import { temporaryFolder } from '../../testkit/temporary-folder.ts'
import { decodeBody, encodeBody, readTicks } from '../../wire/index.ts'
import { openLegacyFeed } from './open-legacy-feed.ts'

const UUID = TerminalId.parse('mt5_5012345_1753747200')

const aFire = (over: Partial<BodyOf<'fire'>> = {}): BodyOf<'fire'> => ({
  id: aUlid(1), symbol: 'EURUSD', side: 'buy', lots: '0.10', stop: '1.10036', target: '1.10636', price: '1.10236',
  deviation: 20, maxSpread: 20, ttlMs: 5_000, magic: 777_001, comment: 'BITTEN', ...over,
}) // prettier-ignore

async function aFeed(legacy: object = {}, isElsewhere = false) {
  let aheadMs = 0
  const lines: string[] = []
  const heard: { type: string; header: Header; body: Uint8Array }[] = []
  const settings = Settings.parse({ version: 1, roads: { legacy: { on: true, port: 0, ...legacy } } }).roads
    .legacy
  const feed = await openLegacyFeed({
    settings,
    now: () => EpochMs.parse(Date.now() + aheadMs),
    newToken: () => 'token',
    isElsewhere: () => isElsewhere,
    listener: {
      terminalUp: (terminal, _, hello) => lines.push(`up ${terminal} ${hello.kind}`),
      terminalDown: (_, reason) => lines.push(`down: ${reason}`),
      frame: (_, header, body) => heard.push({ type: header.t, header, body }),
      faulted: (_, code, text) => lines.push(`${code}: ${text}`),
    },
  })
  if (feed.is === 'refused') throw new Error(feed.text)
  onTestFinished(() => feed.close())
  const verdicts = () =>
    heard.flatMap(({ type, body }) => {
      const read = type === 'verdict' ? decodeBody('verdict', body) : null
      return read?.is === 'body' ? [read.body] : []
    })
  const fire = (over: Partial<BodyOf<'fire'>> = {}) =>
    feed.road.send(UUID, 'fire', encodeBody('fire', aFire(over)))
  return { feed, lines, heard, verdicts, fire, wait: (ms: number) => void (aheadMs += ms) }
}

/** With its folder, on a demo account whose step is known, and a price that is there. */
async function anArmedFeed(legacy: object = {}) {
  const folder = temporaryFolder()
  const ea = new PredecessorEa(folder)
  const bench = await aFeed({ folder, account: 'demo', lotStep: 0.01, ...legacy })
  await post(bench.feed.port, aPost())
  return { ...bench, ea }
}

function post(port: number, value: unknown, options: object = {}): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const call = request(
      { host: '127.0.0.1', port, path: '/market-data', method: 'POST', ...options },
      response => {
        let text = ''
        response.on('data', part => (text += String(part)))
        response.on('end', () => resolve({ status: response.statusCode ?? 0, text }))
      },
    )
    call.on('error', reject)
    call.end(typeof value === 'string' ? value : JSON.stringify(value))
  })
}

describe("the predecessor's feed", () => {
  it('is a terminal with prices and without specifications', async () => {
    const { feed, lines, heard } = await aFeed()
    expect(await post(feed.port, aPost())).toEqual({ status: 200, text: 'ok\n' })
    expect(lines).toEqual([`up ${UUID} live`])
    expect(heard.map(({ type }) => type)).toEqual(['specs', 'ticks'])
    const specs = decodeBody('specs', heard[0]?.body ?? new Uint8Array())
    expect(specs).toMatchObject({ body: { symbols: [], quoted: [{ index: 0, name: 'EURUSD', digits: 5 }] } })
    const prices: number[] = []
    readTicks(heard[1]?.body ?? new Uint8Array(), (_, __, bid, ask) => prices.push(bid, ask))
    expect(prices).toEqual([1.10234, 1.10236])
  })

  it('takes a price that stands still for no tick, and a new pair for a new symbol', async () => {
    const { feed, heard } = await aFeed()
    await post(feed.port, aPost())
    await post(feed.port, aPost())
    expect(heard).toHaveLength(2)
    const yen = aLegacyTick({ symbol: 'USDJPY', bid: 151.234, ask: 151.241, spread: 7 })
    await post(feed.port, aPost({ ticks: [aLegacyTick(), yen] }))
    expect(heard.slice(2).map(({ type }) => type)).toEqual(['specs', 'ticks'])
  })

  it.each([
    ['a web page', { headers: { origin: 'https://example.com' } }, 403],
    ['a name that leads here', { headers: { host: 'example.com' } }, 403],
    ['another address', { path: '/fire' }, 404],
    ['a reader', { method: 'GET' }, 405],
  ])('sends %s away, and says so less and less often', async (_, options, status) => {
    const { feed, lines } = await aFeed()
    for (let time = 0; time < 3; time += 1) expect((await post(feed.port, '', options)).status).toBe(status)
    // Told the first and the second time, then the fourth.
    expect(lines.filter(line => line.startsWith('LEGACY_REFUSED'))).toHaveLength(2)
    expect(lines.every(line => line.split('\n').length === 1)).toBe(true)
  })

  it('refuses what makes no sense in one line, and lives on', async () => {
    const { feed, lines } = await aFeed()
    expect((await post(feed.port, '{"uuid":')).status).toBe(400)
    expect((await post(feed.port, 'x'.repeat(70_000))).status).toBe(413)
    const raw = connect(feed.port, '127.0.0.1', () => raw.end('rubbish\r\n\r\n'))
    await new Promise(resolve => raw.on('close', resolve).resume())
    expect((await post(feed.port, aPost())).status).toBe(200)
    expect(lines).toContain(`up ${UUID} live`)
  })

  it('counts a price that it leaves out', async () => {
    const { feed, lines } = await aFeed()
    await post(feed.port, aPost({ ticks: [aLegacyTick({ symbol: 'XAUUSD' }), aLegacyTick()] }))
    expect(lines).toContain('LEGACY_PRICE: XAUUSD is none of the fifteen pairs.')
  })

  it('takes one Expert Advisor, and none that is linked by another road', async () => {
    const { feed } = await aFeed()
    await post(feed.port, aPost())
    expect(await post(feed.port, aPost({ uuid: 'mt5_2_2' }))).toMatchObject({ status: 400 })
    const elsewhere = await aFeed({}, true)
    expect((await post(elsewhere.feed.port, aPost())).text).toContain('linked by another road')
  })

  it('is down when nothing is posted for twenty seconds', async () => {
    const { feed, lines, wait } = await aFeed()
    await post(feed.port, aPost())
    wait(20_100)
    feed.road.poll()
    expect(lines.at(-1)).toBe('down: it posts no prices')
  })

  it('says which port is taken, and listens on no other', async () => {
    const { feed } = await aFeed()
    await expect(aFeed({ port: feed.port })).rejects.toThrow(`port ${feed.port} can't be opened (EADDRINUSE)`)
  })
})

describe('an order to the predecessor', () => {
  it('carries its stop as a distance, under its own names', async () => {
    const { fire, ea, verdicts } = await anArmedFeed()
    expect(fire()).toEqual({ is: 'queued' })
    expect(ea.take()).toEqual({
      signal_id: aUlid(1), action: '', symbol: 'EURUSD', type: 'buy', lot: 0.1, sl: 200, tp: 400, comment: 'BITTEN',
    }) // prettier-ignore
    expect(verdicts()).toEqual([])
  })

  it('is answered once by a result that names it, whatever lay there before', async () => {
    const { fire, ea, feed, verdicts } = await anArmedFeed()
    ea.result({ signal_id: aUlid(1), message: 'of yesterday' })
    fire()
    ea.take()
    feed.road.poll()
    expect(verdicts()).toEqual([])
    ea.result({ signal_id: aUlid(7) })
    feed.road.poll()
    ea.result({ signal_id: aUlid(1) })
    feed.road.poll()
    feed.road.poll()
    expect(verdicts()).toMatchObject([{ id: aUlid(1), is: 'accepted', order: '12345', retcode: 0 }])
  })

  it('that the broker refused is rejected with the words of the Expert Advisor', async () => {
    const { fire, ea, feed, verdicts } = await anArmedFeed()
    fire()
    ea.take()
    ea.result({ signal_id: aUlid(1), status: 'error', ticket: 0, message: 'Symbol selection failed' })
    feed.road.poll()
    const said = 'The Expert Advisor says: Symbol selection failed'
    expect(verdicts()).toMatchObject([{ is: 'rejected', order: null, text: said }])
  })

  it('that is not read while it is valid is taken back', async () => {
    const { fire, ea, feed, verdicts, wait } = await anArmedFeed()
    fire()
    wait(5_100)
    feed.road.poll()
    expect(() => ea.take()).toThrow('ENOENT')
    wait(10_100)
    feed.road.poll()
    expect(verdicts()).toMatchObject([{ is: 'expired' }])
  })

  it('that was read and never answered is unknown', async () => {
    const { fire, ea, feed, verdicts, wait } = await anArmedFeed()
    fire()
    ea.take()
    wait(15_100)
    feed.road.poll()
    expect(verdicts()).toMatchObject([{ is: 'unknown' }])
  })

  it.each([
    ['no folder is set', { folder: null }, {}, 'prices only'],
    ['the account may be real', { account: 'live' }, {}, 'typed consent'],
    ['its lot step is unknown', { lotStep: null }, {}, 'rounds lots up'],
    ['its lots would be rounded', { lotStep: 0.1 }, { lots: '0.15' }, 'no whole number of steps'],
    ['it wants to be managed', {}, { plan: { timeStopMs: 1 } }, 'manages no position'],
    ['its symbol has no price', {}, { symbol: 'USDJPY' }, 'no price of USDJPY'],
    ['the spread is wider', {}, { maxSpread: 1 }, 'spread is 2 points'],
    ['the fill may be further away than it allows', {}, { deviation: 9 }, '10 more'],
    ['its stop is on the wrong side', {}, { stop: '1.10300' }, 'not beyond the price'],
  ])('is denied when %s, and nothing is written', async (_, legacy, order, words) => {
    const { fire, ea, verdicts } = await anArmedFeed(legacy)
    expect(fire(order)).toMatchObject({ is: 'refused', code: 'NOT_ON_THIS_ROAD' })
    expect(verdicts()).toMatchObject([{ is: 'denied' }])
    expect(verdicts()[0]?.text).toContain(words)
    expect(ea.take()).toBeNull()
  })

  it('is denied when the price is old, or another order is on its way', async () => {
    const { fire, ea, wait, verdicts } = await anArmedFeed()
    fire()
    fire({ id: aUlid(2) })
    ea.take()
    wait(10_100)
    fire({ id: aUlid(3) })
    expect(verdicts().map(({ is }) => is)).toEqual(['denied', 'denied'])
    expect(verdicts()[0]?.text).toContain('one at a time')
  })

  it('for real money leaves with the trader’s typed consent', async () => {
    const { fire, ea } = await anArmedFeed({ account: 'live', consent: 'I trade real money over this road' })
    fire()
    expect(ea.take()).not.toBeNull()
  })

  it('to let an order wait, or to take one back, is denied with what to do instead', async () => {
    const { feed, verdicts, ea } = await anArmedFeed()
    const cancel = encodeBody('cancel', { id: aUlid(5), order: aUlid(4) })
    expect(feed.road.send(UUID, 'cancel', cancel).is).toBe('refused')
    expect(verdicts()).toMatchObject([{ id: aUlid(5), is: 'denied' }])
    expect(verdicts()[0]?.text).toContain('in MetaTrader')
    expect(ea.take()).toBeNull()
  })

  it('to close is denied, because it would close what is not ours', async () => {
    const { feed, verdicts } = await anArmedFeed()
    const flatten = encodeBody('flatten', { id: aUlid(4), magic: 777_001 })
    expect(feed.road.send(UUID, 'flatten', flatten).is).toBe('refused')
    expect(verdicts()).toMatchObject([{ id: aUlid(4), is: 'denied' }])
  })
})
