/** Random numbers, 0 ≤ x < 1, handed in by whoever wants a repeatable answer: `() => random.uniform()`. */
export type Uniform = () => number

/** Ends of an interval. */
export type Interval = Readonly<{ low: number; high: number }>

/** A figure with its uncertainty and the number of things it was taken from. Without any of them every field is NaN. */
export type Estimate = Interval & Readonly<{ value: number; n: number }>

/** Share of repetitions in which an interval should hold the true figure. */
export const USUAL_LEVEL = 0.95
