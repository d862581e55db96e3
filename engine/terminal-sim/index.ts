export { runSimulator } from './simulator.ts'
export type { RunningSimulator, SimulatorHooks } from './running-simulator.ts'
export type { Refused } from './refused.ts'
