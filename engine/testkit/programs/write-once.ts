/** Writes a file once on a disk that takes no hard links: `node write-once.js FILE CONTENT AT_MS`, and says what the file holds. */
import { readFileSync } from 'node:fs'
import { writeOnce } from '../../adapters/identity/write-once.ts'

const [file = '', content = '', atMs = '0'] = process.argv.slice(2)
// All begin at the same moment, however long each took to start.
while (Date.now() < Number(atMs));
writeOnce(file, content, () => {
  throw Object.assign(new Error('operation not permitted, link'), { code: 'EPERM' })
})
process.stdout.write(readFileSync(file, 'utf8'))
