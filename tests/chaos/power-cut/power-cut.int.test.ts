import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it, type TestContext } from 'vitest'
import { DiskImage, UncertainDisk } from './disk-image.ts'
import { judgeImage, type Mark } from './judge-image.ts'
import { recordWriter, whyNotRecorded, type DiskCall, type Recording } from './recording.ts'

const NOTHING: Mark = { events: 0, hash: '0'.repeat(64) }
const EVENTS = 420
const SEED = 7
/** Those that make the file: each of them is a place for a cut. */
const FIRST_CALLS = 40

/** The same numbers for the same seed, 0 to 1. https://gist.github.com/tommyettinger/46a874533244883189143505d203312c (mulberry32) */
function chance(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** Of one run with FULL and one without: recording takes longer than judging. */
const recordings = new Map<string, Promise<Recording>>()

async function recorded(context: TestContext, synchronous: 'FULL' | 'NORMAL' = 'FULL'): Promise<Recording> {
  const why = whyNotRecorded()
  if (why !== null) context.skip(why)
  const recording = recordings.get(synchronous) ?? recordWriter(newPlace(), EVENTS, synchronous)
  recordings.set(synchronous, recording)
  return recording
}

const places: string[] = []
afterAll(() => places.forEach(place => rmSync(place, { recursive: true })))

/** In memory where that is possible: it is the power that fails here, not a disk. */
function newPlace(): string {
  const place = mkdtempSync(path.join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'bitten-power-'))
  places.push(place)
  return place
}

/** Of each prefix, in order: the mark before it, and the one after it. */
function marksAround(calls: readonly DiskCall[]): (at: number) => { promised: Mark; next: Mark } {
  const marks = calls.flatMap((call, at) => (call.is === 'mark' ? [{ ...call, at }] : []))
  return at => {
    const promised = marks.findLast(mark => mark.at <= at) ?? NOTHING
    const next = marks.find(mark => mark.at > at) ?? promised
    return { promised, next }
  }
}

type Places = Readonly<{ first: number; cuts: number }>
type Tried = { images: number; wrong: string[] }

/**
 * Cuts the power after so many calls, the first ones and others spread over the rest, and judges what may be left: all of it,
 * nothing unsettled, and two of what lies between.
 */
function cutOften({ calls }: Recording, { first, cuts }: Places): Tried {
  const place = newPlace()
  const disk = new UncertainDisk()
  const marks = marksAround(calls)
  const random = chance(SEED)
  const tried: Tried = { images: 0, wrong: [] }
  for (const [at, call] of calls.entries()) {
    disk.hear(call)
    if (at > first && random() > cuts / calls.length) continue
    const { promised, next } = marks(at)
    for (const image of imagesOf(disk, random)) {
      tried.images++
      const wrong = judgeImage(image, place, promised, next)
      if (wrong !== null) tried.wrong.push(`after call ${at} of ${calls.length} (${call.is}): ${wrong}`)
    }
  }
  return tried
}

function imagesOf(disk: UncertainDisk, random: () => number): DiskImage[] {
  const nothing = disk.afterCleanCut(() => false)
  if (disk.pending === 0) return [nothing]
  return [
    nothing,
    disk.afterCleanCut(() => true),
    disk.afterCleanCut(() => random() < 0.5),
    disk.afterCut(() => random() < 0.7),
  ]
}

describe('a power cut', () => {
  it('is recorded whole: what was asked of the disk makes the file that is there', async context => {
    const { calls, folder } = await recorded(context)
    const image = new DiskImage()
    for (const call of calls) if (call.is !== 'sync' && call.is !== 'mark') image.apply(call)
    expect(image.get('ledger.db')?.equals(readFileSync(path.join(folder, 'ledger.db')))).toBe(true)
    expect(calls.filter(({ is }) => is === 'sync').length).toBeGreaterThan(100)
  })

  it('leaves every event whose append had returned, in an unbroken chain, and no half of another batch', async context => {
    const { images, wrong } = cutOften(await recorded(context), { first: FIRST_CALLS, cuts: 70 })
    expect(wrong).toEqual([])
    expect(images).toBeGreaterThan(300)
  })

  it('is survived by no ledger that does not wait for the disk: this test sees the difference', async context => {
    const { wrong } = cutOften(await recorded(context, 'NORMAL'), { first: 0, cuts: 15 })
    expect(wrong.length).toBeGreaterThan(0)
    expect(wrong.join()).toMatch(/events were promised/)
  })
})
