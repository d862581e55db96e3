import { z } from 'zod'
import type { MessageEntity } from 'grammy/types'
import type { Parameters, UploadedFile } from '../http/request-body.ts'
import { badRequest } from '../refusal.ts'
import type { BotAccount } from '../state/bot-account.ts'

/** One call of a method by the bot. */
export type Call = Readonly<{
  bot: BotAccount
  parameters: Parameters
  atMs: number
  /** Aborted when whoever asked has hung up. */
  gone: AbortSignal
}>

/** A result as JSON carries it; `description` comes beside it where the server adds one. */
export type Answer = Readonly<{ result: unknown; description?: string }>

/** Forms and multipart bodies carry objects as JSON text. */
export const asJson = <T extends z.ZodType>(schema: T) =>
  z.preprocess(value => {
    if (typeof value !== 'string') return value
    try {
      return JSON.parse(value) as unknown
    } catch {
      return value
    }
  }, schema)

const flag = z.preprocess(
  value => value === true || value === 'true' || value === 'True' || value === '1',
  z.boolean(),
)

const Entity = z.custom<MessageEntity>(
  value =>
    z.object({ type: z.string(), offset: z.number().int(), length: z.number().int() }).safeParse(value)
      .success,
)

/** What several methods take. A chat may be named by a number or by @name; nobody here has a name that a bot may use. */
export const Common = {
  chat_id: z.union([z.coerce.number().int(), z.string()]),
  message_id: z.coerce.number().int(),
  text: z.string().default(''),
  caption: z.string().default(''),
  parse_mode: z.string().default(''),
  entities: asJson(z.array(Entity)).default([]),
  disable_notification: flag.default(false),
  reply_markup: asJson(z.unknown()).optional(),
  /** https://core.telegram.org/bots/api#replyparameters; quotes and other chats are left out. */
  reply_parameters: asJson(
    z.object({ message_id: z.number().int(), allow_sending_without_reply: z.boolean().default(false) }),
  ).optional(),
}

/** Parameters in the shape that a method needs, or the refusal that names the first one that is wrong. */
export function fieldsOf<T extends z.ZodRawShape>(call: Call, shape: T): z.infer<z.ZodObject<T>> {
  const read = z.object(shape).safeParse(call.parameters.fields)
  if (read.success) return read.data
  const issue = read.error.issues[0]
  const name = issue?.path.join('.') ?? ''
  throw badRequest(name === 'chat_id' ? 'chat_id is empty' : `${name} is wrong: ${issue?.message ?? ''}`)
}

/** The file that a parameter stands for: uploaded under its own name or under `attach://name`; null for anything else. */
export function uploaded({ parameters }: Call, field: string): UploadedFile | null {
  const value = parameters.fields[field]
  const attached = typeof value === 'string' && value.startsWith('attach://') ? value.slice(9) : field
  return parameters.files.get(attached) ?? null
}
