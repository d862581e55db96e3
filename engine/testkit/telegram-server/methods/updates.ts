/** How a bot hears: https://core.telegram.org/bots/api#getting-updates. */
import { z } from 'zod'
import { badRequest, conflict } from '../refusal.ts'
import { asJson, fieldsOf, type Answer, type Call } from './call.ts'

const LONGEST_POLL_SECONDS = 50
const number = z.coerce.number().int()
const allowed_updates = asJson(z.array(z.string())).optional()
const drop_pending_updates = asJson(z.boolean()).default(false)

export function getUpdates(call: Call): Promise<Answer> {
  const { bot } = call
  if (bot.webhookUrl !== '')
    throw conflict(
      "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
    )
  const given = fieldsOf(call, {
    offset: number.default(0),
    limit: number.default(100),
    timeout: number.default(0),
    allowed_updates,
  })
  if (given.allowed_updates) bot.updates.allow(given.allowed_updates)
  const seconds = Math.min(given.timeout, LONGEST_POLL_SECONDS)
  return new Promise((resolve, reject) => {
    const poll = bot.updates.poll(given.offset, given.limit, seconds, {
      answer: updates => resolve({ result: updates }),
      refuse: reject,
    })
    call.gone.addEventListener('abort', () => {
      poll.cancel()
      resolve({ result: [] })
    })
  })
}

/** The server never calls the address: what counts here is that a webhook which was left set closes getUpdates. */
export function setWebhook(call: Call): Answer {
  const given = fieldsOf(call, { url: z.string().default(''), drop_pending_updates, allowed_updates })
  if (given.url === '') return deleteWebhook(call)
  if (!given.url.startsWith('https://'))
    throw badRequest('bad webhook: An HTTPS URL must be provided for webhook')
  const { bot } = call
  bot.updates.cut('terminated by setWebhook request')
  if (given.drop_pending_updates) bot.updates.drop()
  if (given.allowed_updates) bot.updates.allow(given.allowed_updates)
  const wasSet = bot.webhookUrl === given.url
  bot.webhookUrl = given.url
  return { result: true, description: wasSet ? 'Webhook is already set' : 'Webhook was set' }
}

export function deleteWebhook(call: Call): Answer {
  const given = fieldsOf(call, { drop_pending_updates })
  const { bot } = call
  if (given.drop_pending_updates) bot.updates.drop()
  const wasSet = bot.webhookUrl !== ''
  bot.webhookUrl = ''
  return { result: true, description: wasSet ? 'Webhook was deleted' : 'Webhook is already deleted' }
}

export function getWebhookInfo({ bot }: Call): Answer {
  const { allowed, size } = bot.updates
  return {
    result: {
      url: bot.webhookUrl,
      has_custom_certificate: false,
      pending_update_count: size,
      ...(allowed.length > 0 ? { allowed_updates: allowed } : {}),
    },
  }
}
