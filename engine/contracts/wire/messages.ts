/** Every JSON-bodied message type with the schema of its body. `ticks` and `bars` are packed records. */
import type { z } from 'zod'
import { Challenge, Hello, Prove, Refuse, Welcome } from './handshake.ts'
import {
  Account,
  Ack,
  Beat,
  Busy,
  Bye,
  Calendar,
  Deal,
  Note,
  Orders,
  Positions,
  Specs,
  Synced,
  Verdict,
} from './facts.ts'
import { Cancel, Close, Fire, Flatten, Halt, History, Limits, Modify, Place, Resume, Sync } from './orders.ts'

export const BODIES = {
  hello: Hello,
  challenge: Challenge,
  prove: Prove,
  welcome: Welcome,
  refuse: Refuse,
  specs: Specs,
  account: Account,
  positions: Positions,
  orders: Orders,
  calendar: Calendar,
  verdict: Verdict,
  deal: Deal,
  synced: Synced,
  beat: Beat,
  busy: Busy,
  note: Note,
  bye: Bye,
  ack: Ack,
  history: History,
  fire: Fire,
  place: Place,
  cancel: Cancel,
  modify: Modify,
  close: Close,
  flatten: Flatten,
  limits: Limits,
  halt: Halt,
  resume: Resume,
  sync: Sync,
} as const

export type JsonMessageType = keyof typeof BODIES
export type BodyOf<T extends JsonMessageType> = z.infer<(typeof BODIES)[T]>
