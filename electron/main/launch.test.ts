import { describe, expect, it } from 'vitest'
import { readLaunch } from './launch.ts'

describe('the command line', () => {
  it('opens on the training ground when nothing is said', () => {
    expect(readLaunch([])).toEqual({ is: 'launch', launch: { training: true } })
  })

  it('takes seed and speed, written either way', () => {
    expect(readLaunch(['--seed=7', '--speed', '600'])).toEqual({
      is: 'launch',
      launch: { training: true, seed: 7, speed: 600 },
    })
  })

  it('leaves the training ground out when it is declined', () => {
    expect(readLaunch(['--no-training'])).toEqual({ is: 'launch', launch: { training: false } })
  })

  it('opens in the tray, on a data folder of its own, as at login', () => {
    expect(readLaunch(['/app', '--tray', '--data=/home/me/my desk', '--no-training'])).toEqual({
      is: 'launch',
      launch: { training: false, tray: true, data: '/home/me/my desk' },
    })
  })

  it('leaves the switches of Chromium and of a test driver alone', () => {
    const argv = ['-r', '/loader.cjs', '--no-sandbox', '--remote-debugging-port=0', '/app', '--seed', '3']

    expect(readLaunch(argv)).toEqual({ is: 'launch', launch: { training: true, seed: 3 } })
  })

  it.each([
    ['--seed=x', '--seed expects a whole number from 0.'],
    ['--seed=1.5', '--seed expects a whole number.'],
    ['--speed=-1', '--speed expects a number from 0 to 100000.'],
    ['--data=desk', '--data expects a folder, as a whole path.'],
    ['--data', '--data expects a folder, as a whole path.'],
    ['--speed=200000', '--speed expects at most 100000.'],
  ])('refuses %s in one sentence', (argument, text) => {
    expect(readLaunch([argument])).toEqual({ is: 'refused', text })
  })
})
