import { describe, expect, it } from 'vitest'
import { marketHours } from './market-week.ts'
import { serverClock } from './server-clock.ts'

const HOUR_MS = 3_600_000

describe('a server clock', () => {
  it.each([
    ['newYorkClose', '2018-01-08T00:00', '2018-01-07T22:00'],
    ['newYorkClose', '2018-05-07T00:00', '2018-05-06T21:00'],
    ['newYorkClose', '2018-03-12T00:00', '2018-03-11T21:00'],
    ['easternEurope', '2018-03-12T00:00', '2018-03-11T22:00'],
    ['easternEurope', '2018-05-07T00:00', '2018-05-06T21:00'],
    ['newYork', '2018-05-06T17:00', '2018-05-06T21:00'],
    ['newYork', '2018-11-04T17:00', '2018-11-04T22:00'],
    [-5, '2018-05-06T17:00', '2018-05-06T22:00'],
    [5.5, '2018-05-06T17:00', '2018-05-06T11:30'],
  ] as const)('of %s that shows %s means %s UTC', (time, wall, utc) => {
    expect(serverClock(time)(Date.parse(`${wall}Z`))).toBe(Date.parse(`${utc}Z`))
  })
})

describe('market hours', () => {
  it.each([
    ['within a week', '2018-05-02T10:00', '2018-05-03T10:00', 24],
    ['over a week-end', '2018-05-04T20:00', '2018-05-06T22:00', 2],
    ['on Saturday', '2018-05-05T00:00', '2018-05-05T20:00', 0],
    ['over the change to summer time', '2018-03-09T21:00', '2018-03-11T22:00', 2],
    ['over the change to winter time', '2018-11-02T20:00', '2018-11-04T23:00', 2],
    ['over four weeks', '2018-04-02T12:00', '2018-04-30T12:00', 480],
  ])('count %s', (_, from, to, hours) => {
    expect(marketHours()(Date.parse(`${from}Z`), Date.parse(`${to}Z`)) / HOUR_MS).toBe(hours)
  })
})
