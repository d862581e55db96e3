import type { Agent } from 'node:http'
import { Api, HttpError } from 'grammy'
import { HttpsProxyAgent } from 'https-proxy-agent'
import { SocksProxyAgent } from 'socks-proxy-agent'
import type { TelegramSettings } from '../../contracts/telegram.ts'
import { withoutToken } from './without-token.ts'

export type Address = Readonly<{ token: string }> & Pick<TelegramSettings, 'apiRoot' | 'proxy'>

/** No answer at all after this: longer than the longest poll. */
const TIMEOUT_SECONDS = 60

/** grammY's client for one bot, by the way that the settings name. What it rejects with carries no token. */
export function telegramApi({ token, apiRoot, proxy }: Address): Api {
  const api = new Api(token, {
    apiRoot: apiRoot.replace(/\/+$/, ''),
    timeoutSeconds: TIMEOUT_SECONDS,
    ...(proxy === null ? {} : { baseFetchConfig: { agent: proxyAgent(proxy), compress: true } }),
  })
  api.config.use(async (call, method, payload, signal) => {
    try {
      return await call(method, payload, signal)
    } catch (problem: unknown) {
      throw cleaned(problem)
    }
  })
  return api
}

/** The name of the server is looked up by a SOCKS proxy, not here: it may be the only one that can. */
function proxyAgent(proxy: string): Agent {
  if (proxy.startsWith('socks5:'))
    return new SocksProxyAgent(proxy.replace('socks5:', 'socks5h:'), { keepAlive: true })
  return new HttpsProxyAgent(proxy, { keepAlive: true })
}

/** As it was, in kind and code: who sends has to know whether a call can have arrived. */
function cleaned(problem: unknown): unknown {
  if (!(problem instanceof HttpError)) return problem
  return new HttpError(withoutToken(problem.message), cause(problem.error))
}

function cause(error: unknown): unknown {
  if (!(error instanceof Error))
    return typeof error === 'string' ? withoutToken(error) : new Error('The call failed.')
  const clean = new Error(withoutToken(error.message))
  clean.name = error.name
  const facts = Object.entries(error).filter(([name]) => ['code', 'errno', 'type', 'status'].includes(name))
  return Object.assign(clean, Object.fromEntries(facts))
}
