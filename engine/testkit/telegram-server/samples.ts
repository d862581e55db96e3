/** The head of a PNG of so many pixels: enough for a server that looks at nothing else. */
export function aPng(width: number, height: number): Buffer {
  const head = Buffer.alloc(33)
  head.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13])
  head.write('IHDR', 12, 'latin1')
  head.writeUInt32BE(width, 16)
  head.writeUInt32BE(height, 20)
  return head
}

/** The first page of an Ogg stream that carries Opus: the page's head of 28 bytes and the head of Opus. */
export function anOggOpus(): Buffer {
  const page = Buffer.alloc(47)
  page.write('OggS', 0, 'latin1')
  page.write('OpusHead', 28, 'latin1')
  return page
}
