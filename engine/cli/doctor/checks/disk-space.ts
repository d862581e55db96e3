import { statfs } from 'node:fs/promises'
import { bad, good, type Check } from '../check.ts'
import { nearestExisting } from './data-folder.ts'

const MEGABYTE = 1 << 20
/** Months of a busy desk. */
const ENOUGH_MEGABYTES = 200

export async function checkDiskSpace(folder: string): Promise<Check> {
  const { bavail, bsize } = await statfs(nearestExisting(folder))
  const megabytes = Math.floor((bavail * bsize) / MEGABYTE)
  const text = `${megabytes.toLocaleString('en-US')} MB free where the data is kept`
  return megabytes >= ENOUGH_MEGABYTES
    ? good('disk space', text)
    : bad('disk space', text, `Make space: at least ${ENOUGH_MEGABYTES} MB.`)
}
