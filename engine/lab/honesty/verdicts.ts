import type { HonestyCheck, HonestyFigure } from '../../contracts/honesty.ts'

type Told = Readonly<{ name: string; n: number; value: number; bound: string }>

const real = (value: number): number | null => (Number.isFinite(value) ? value : null)

/** A figure and whether it keeps its bound. Taken from nothing it is red: a check that has seen nothing has shown nothing. */
export const judged = ({ name, n, value, bound }: Told, keeps: boolean): HonestyFigure => ({
  name,
  n,
  value: real(value),
  bound,
  is: keeps && n > 0 && Number.isFinite(value) ? 'green' : 'red',
})

/** A figure that is told beside the others. */
export const known = (name: string, n: number, value: number): HonestyFigure => ({
  name,
  n,
  value: real(value),
  bound: 'told, not judged',
  is: 'known',
})

export const check = (
  name: string,
  did: string,
  n: number,
  figures: readonly HonestyFigure[],
): HonestyCheck => ({
  name,
  did,
  n,
  is: figures.some(({ is }) => is === 'red') ? 'red' : 'green',
  figures: [...figures],
})
