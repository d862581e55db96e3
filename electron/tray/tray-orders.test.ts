import { describe, expect, it } from 'vitest'
import type { CommandAnswer } from '../../engine/contracts/commands.ts'
import { trayOrders } from './tray-orders.ts'
import type { TrayOrder } from './tray-orders.ts'

function aTray(answer: CommandAnswer) {
  const [given, told]: [TrayOrder[], string[]] = [[], []]
  const questions: ((isMeant: boolean) => void)[] = []
  const orders = trayOrders({
    command: kind => (given.push(kind), Promise.resolve(answer)),
    confirmFlatten: () => new Promise(resolve => questions.push(resolve)),
    tell: (level, text) => told.push(`${level}: ${text}`),
  })
  const settle = () => new Promise(resolve => setImmediate(resolve))
  return { orders, given, told, questions, settle }
}
const done: CommandAnswer = { is: 'done', text: 'Told training-ground to close all.' }
const refused: CommandAnswer = { is: 'refused', code: 'LINK_DOWN', text: 'No terminal is linked.' }

describe('an order from the tray', () => {
  it('to flatten is given only when the question was answered with yes, and its outcome is said', async () => {
    const { orders, given, told, questions, settle } = aTray(done)

    orders.flatten()
    expect(given).toEqual([])
    questions[0]?.(false)
    await settle()
    expect(given).toEqual([])

    orders.flatten()
    questions[1]?.(true)
    await settle()
    expect(given).toEqual(['flattenAll'])
    expect(told).toEqual(['info: Told training-ground to close all.'])
  })

  it('to flatten asks once, however often it is pressed', () => {
    const { orders, questions } = aTray(done)

    orders.flatten()
    orders.flatten()

    expect(questions).toHaveLength(1)
  })

  it('that is refused says so', async () => {
    const { orders, told, given, settle } = aTray(refused)

    orders.cancel()
    await settle()

    expect(given).toEqual(['cancelAll'])
    expect(told).toEqual(['error: No terminal is linked.'])
  })

  it('that is carried out is quiet: the menu shows it', async () => {
    const { orders, told, given, settle } = aTray(done)

    orders.pause()
    orders.resume()
    await settle()

    expect(given).toEqual(['pause', 'resume'])
    expect(told).toEqual([])
  })
})
