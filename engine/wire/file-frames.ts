/**
 * One file of the file road ⇄ header and body (docs/protocol.md, section 8):
 *
 *   {"v":1,"t":"fire","uuid":…,"ms":…,"mac":…}⏎
 *   {"id":…}⏎
 *
 * A file may be looked at while it is being written, so "not whole" is an answer of its own and no refusal.
 */
import { createHmac, timingSafeEqual } from 'node:crypto'
import { FILES_OF_TERMINAL, FILE_LIMITS, FileHeader, FileStatus, LIMITS, PROTOCOL_VERSION } from '../contracts/wire/index.ts' // prettier-ignore
import { firstIssue, jsonDepth, parseJson } from './json.ts'
import { wireRefusal, type WireRefusal } from './refusal.ts'

export type FileMessage = Readonly<{ is: 'file'; header: FileHeader; body: Uint8Array }>
/** The second line feed has not been written yet. */
export type FilePart = Readonly<{ is: 'part' }>

export const MAX_FILE_BYTES = FILE_LIMITS.headerBytes + FILE_LIMITS.bodyBytes + 2

const LINE_FEED = 0x0a
const CURLY_OPEN = 0x7b
const CURLY_CLOSE = 0x7d
const OF_TERMINAL: ReadonlySet<string> = new Set(FILES_OF_TERMINAL)

type Signed = Omit<FileHeader, 'mac'>

/** Hexadecimal: first 16 bytes of HMAC-SHA256(pairing key, label ‖ v|t|uuid|ms ‖ line feed ‖ body). */
function fileMac(key: Uint8Array, { v, t, uuid, ms }: Signed, body: Uint8Array): string {
  const label = OF_TERMINAL.has(t) ? 'EA→APP FILE' : 'APP→EA FILE'
  const hmac = createHmac('sha256', key).update(`${label}${v}|${t}|${uuid}|${ms}\n`, 'utf8').update(body)
  return hmac.digest().subarray(0, LIMITS.macBytes).toString('hex')
}

/** A body with a line feed in it, or one that is too long, is a bug of the caller and throws. */
export function encodeFile(signed: Omit<Signed, 'v'>, body: Uint8Array, key: Uint8Array): Uint8Array {
  if (body.includes(LINE_FEED)) throw new Error(`the body of ${signed.t} has a line feed`)
  if (body.length > FILE_LIMITS.bodyBytes) throw new Error(`the body of ${signed.t} is over its limit`)
  const { t, uuid, ms } = signed
  const mac = fileMac(key, { v: PROTOCOL_VERSION, t, uuid, ms }, body)
  const header = JSON.stringify({ v: PROTOCOL_VERSION, t, uuid, ms, mac })
  return Buffer.concat([Buffer.from(`${header}\n`), body, Buffer.from('\n')])
}

/** Bytes of a file to a message whose MAC is right. Never throws. */
export function decodeFile(bytes: Uint8Array, key: Uint8Array): FileMessage | FilePart | WireRefusal {
  const first = bytes.indexOf(LINE_FEED)
  const second = first < 0 ? -1 : bytes.indexOf(LINE_FEED, first + 1)
  const refused = overLimits(bytes, first)
  if (refused) return refused
  if (second < 0) return { is: 'part' }
  if (second !== bytes.length - 1) {
    return wireRefusal('FILE_SHAPE', 'The file goes on after its second line.')
  }
  const header = decodeHeader(bytes.subarray(0, first))
  if ('is' in header) return header
  const body = bytes.subarray(first + 1, second)
  const right = timingSafeEqual(Buffer.from(fileMac(key, header, body)), Buffer.from(header.mac))
  return right ? { is: 'file', header, body } : wireRefusal('BAD_MAC', badMac(header.t))
}

export type DecodedStatus = Readonly<{ is: 'status'; status: FileStatus }>

/** The one body that is nested deeper than the wire allows. */
export function decodeStatus(body: Uint8Array): DecodedStatus | WireRefusal {
  const depth = jsonDepth(body)
  if (depth > FILE_LIMITS.depth) {
    const text = `The body of status is nested ${depth} deep, limit ${FILE_LIMITS.depth}.`
    return wireRefusal('BODY_DEPTH', text)
  }
  const parsed = parseJson(body, 'body of status', 'BODY_TEXT')
  if (parsed.is === 'refused') return parsed
  const status = FileStatus.safeParse(parsed.value)
  return status.success
    ? { is: 'status', status: status.data }
    : wireRefusal('BODY_FIELD', `status: ${firstIssue(status.error)}.`)
}

const badMac = (type: string): string =>
  `The MAC of ${type} is wrong: another pairing key wrote it, or it was altered.`

function overLimits(bytes: Uint8Array, firstLineFeed: number): WireRefusal | null {
  const headerBytes = firstLineFeed < 0 ? bytes.length : firstLineFeed
  if (headerBytes > FILE_LIMITS.headerBytes) {
    return wireRefusal(
      'HEADER_LENGTH',
      `The first line is over its limit of ${FILE_LIMITS.headerBytes} bytes.`,
    )
  }
  if (bytes.length <= MAX_FILE_BYTES) return null
  return wireRefusal('BODY_LENGTH', `The second line is over its limit of ${FILE_LIMITS.bodyBytes} bytes.`)
}

function decodeHeader(bytes: Uint8Array): FileHeader | WireRefusal {
  if (bytes[0] !== CURLY_OPEN || bytes[bytes.length - 1] !== CURLY_CLOSE) {
    return wireRefusal('HEADER_SHAPE', 'The first line is not a compact JSON object.')
  }
  const parsed = parseJson(bytes, 'first line', 'HEADER_TEXT')
  if (parsed.is === 'refused') return parsed
  const header = FileHeader.safeParse(parsed.value)
  if (!header.success) return wireRefusal('HEADER_FIELD', `first line: ${firstIssue(header.error)}.`)
  if (header.data.v === PROTOCOL_VERSION) return header.data
  const text = `The file is of version ${header.data.v}, this side speaks ${PROTOCOL_VERSION}.`
  return wireRefusal('WRONG_VERSION', text)
}
