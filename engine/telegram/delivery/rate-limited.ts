import { autoRetry } from '@grammyjs/auto-retry'
import { apiThrottler } from '@grammyjs/transformer-throttler'
import type { Api, Transformer } from 'grammy'

/** https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this: all chats together. */
const EVERYWHERE = { reservoir: 30, reservoirRefreshAmount: 30, reservoirRefreshInterval: 1_000 }

/** What a chat's menu is made of: the same call twice does no harm, and nothing waits behind it. */
const REPEATABLE: ReadonlySet<string> = new Set(['setMyCommands', 'deleteMyCommands', 'setChatMenuButton'])

/**
 * grammY's own brakes, where they keep what a chat's line has to know. The throttler holds all chats together to 30 messages a
 * second; its limits of one chat are not used, for a message that waits inside it is written already and stands before an answer
 * that a person waits for: `Pace` keeps those. Auto-retry serves menus only: it sends a message again without telling, so that
 * nobody could look for the first before.
 */
export function rateLimited(api: Api): Api {
  const retried = autoRetry({
    maxRetryAttempts: 3,
    maxDelaySeconds: 60,
    rethrowInternalServerErrors: true,
    rethrowHttpErrors: true,
  })
  const menusOnly: Transformer = (call, method, payload, signal) =>
    REPEATABLE.has(method) ? retried(call, method, payload, signal) : call(method, payload, signal)
  api.config.use(apiThrottler({ global: EVERYWHERE, group: {}, out: {} }), menusOnly)
  return api
}
