import type { UploadedFile } from './request-body.ts'

const LINE = '\r\n'

type Parts = Readonly<{ fields: Record<string, string>; files: Map<string, UploadedFile> }>

/** The parts of a multipart/form-data body (RFC 7578), or null when it is none. File names may come without quotes. */
export function readMultipart(body: Buffer, contentType: string): Parts | null {
  const boundary = /boundary="?([^";]+)"?/i.exec(contentType)?.[1]
  if (!boundary) return null
  const mark = `--${boundary}`
  const fields: Record<string, string> = {}
  const files = new Map<string, UploadedFile>()
  for (let at = body.indexOf(mark); at >= 0;) {
    const start = at + mark.length
    if (body.toString('latin1', start, start + 2) === '--') return { fields, files }
    const headEnd = body.indexOf(LINE + LINE, start)
    const next = body.indexOf(LINE + mark, headEnd)
    if (headEnd < 0 || next < 0) return null
    const head = body.toString('utf8', start, headEnd)
    const bytes = body.subarray(headEnd + 4, next)
    const name = parameter(head, 'name')
    const fileName = parameter(head, 'filename')
    if (name === null) return null
    if (fileName === null) fields[name] = bytes.toString('utf8')
    else files.set(name, { name: fileName, bytes: Buffer.from(bytes) })
    at = next + LINE.length
  }
  return null
}

function parameter(head: string, name: string): string | null {
  const found = new RegExp(`[;\\s]${name}=(?:"([^"]*)"|([^;\\r\\n]*))`, 'i').exec(head)
  return found?.[1] ?? found?.[2] ?? null
}
