import { bad, good, messageOf, type Check } from '../check.ts'

/** Not 0: libzmq 4.3.5 aborts the process when a socket closes while a message is half sent. */
const LINGER_MS = 250
const PATIENCE_MS = 5_000
const WORD = 'are you there'

/** Whether a ZeroMQ socket can be bound on this computer and answers another one. */
export async function checkZeroMq(): Promise<Check> {
  try {
    const tookMs = await echo()
    return good('zeromq', `binds on 127.0.0.1 and answered in ${tookMs.toFixed(1)} ms`)
  } catch (cause) {
    return bad(
      'zeromq',
      `does not work: ${messageOf(cause)}`,
      'Allow this program to talk to itself on 127.0.0.1 (firewall, virus scanner), or install the app again.',
    )
  }
}

async function echo(): Promise<number> {
  const { Dealer, Router } = await import('zeromq')
  const router = new Router({ linger: LINGER_MS, receiveTimeout: PATIENCE_MS })
  const dealer = new Dealer({ linger: LINGER_MS, receiveTimeout: PATIENCE_MS })
  try {
    await router.bind('tcp://127.0.0.1:*')
    dealer.connect(router.lastEndpoint ?? '')
    const startMs = performance.now()
    await dealer.send(WORD)
    await router.send(await router.receive())
    const [answer] = await dealer.receive()
    if (String(answer) !== WORD) throw new Error('the answer is not what was sent')
    return performance.now() - startMs
  } finally {
    dealer.close()
    router.close()
  }
}
