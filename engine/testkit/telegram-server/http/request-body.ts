import type { IncomingMessage } from 'node:http'
import { Refusal } from '../refusal.ts'
import { readMultipart } from './multipart.ts'

export type UploadedFile = Readonly<{ name: string; bytes: Buffer }>

/** The parameters of a call as they came: values of JSON, or text when they came as a form or in the address. */
export type Parameters = Readonly<{
  fields: Readonly<Record<string, unknown>>
  files: ReadonlyMap<string, UploadedFile>
}>

/** The public server takes uploads of up to 50 MB: https://core.telegram.org/bots/api#sending-files */
const LARGEST_BYTES = 50 * 1024 * 1024

export async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > LARGEST_BYTES) throw new Refusal(413, 'Request Entity Too Large')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/** All four ways of https://core.telegram.org/bots/api#making-requests: query string, form, JSON, multipart. */
export function readParameters(body: Buffer, contentType: string, query: URLSearchParams): Parameters {
  const inAddress = Object.fromEntries(query)
  if (body.length === 0) return { fields: inAddress, files: new Map() }
  if (contentType.startsWith('multipart/form-data')) {
    const parts = readMultipart(body, contentType)
    if (!parts) throw new Refusal(400, 'Bad Request: the multipart body is broken')
    return { fields: { ...inAddress, ...parts.fields }, files: parts.files }
  }
  if (contentType.startsWith('application/json'))
    return { fields: { ...inAddress, ...objectIn(body.toString('utf8')) }, files: new Map() }
  const form = Object.fromEntries(new URLSearchParams(body.toString('utf8')))
  return { fields: { ...inAddress, ...form }, files: new Map() }
}

function objectIn(text: string): Record<string, unknown> {
  const value = parsedJson(text)
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Refusal(400, "Bad Request: can't parse request JSON object")
  return { ...value }
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
