import { getEventListeners } from 'node:events'
import { expect, test } from 'vitest'
import { pause } from './pause.ts'

test('a pause leaves no listener at the signal, however many there are', async () => {
  const { signal } = new AbortController()
  for (let tries = 0; tries < 20; tries++) await pause(0, signal)
  expect(getEventListeners(signal, 'abort')).toEqual([])
})

test('a pause ends with the signal, also when that was given before', async () => {
  const stopping = new AbortController()
  const paused = pause(60_000, stopping.signal)
  stopping.abort()
  await paused
  await pause(60_000, stopping.signal)
})
