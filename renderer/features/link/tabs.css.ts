import { style, styleVariants } from '@vanilla-extract/css'
import { theme } from '../../theme/theme.css.ts'

const plainBand = style({
  flex: 'none',
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: theme.space.medium,
  padding: `${theme.space.tight} ${theme.space.small}`,
  borderLeft: '3px solid',
  background: theme.colour.inset,
})
/** What money it is, before anything else: a live one is framed on all sides. */
export const band = styleVariants({
  simulated: [plainBand, { borderColor: theme.colour.training }],
  demo: [plainBand, { borderColor: theme.colour.demo }],
  contest: [plainBand, { borderColor: theme.colour.contest }],
  live: [plainBand, { border: `2px solid ${theme.colour.live}`, borderLeftWidth: '6px' }],
})
export const tabs = style({ display: 'flex', flexWrap: 'wrap', gap: theme.space.small, minWidth: 0 })
export const tab = style({ textTransform: 'none', letterSpacing: '0.03em', maxWidth: '20rem' })
export const name = style({ minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis' })
export const kind = style({ fontWeight: 700, letterSpacing: '0.08em', textTransform: 'uppercase' })
export const live = style({ color: theme.colour.live, fontSize: theme.size.body })
export const lost = style({
  padding: `0 ${theme.space.small}`,
  color: theme.colour.fault,
  fontWeight: 600,
  overflowWrap: 'anywhere',
})

const light = style({ flex: 'none', width: '0.5rem', height: '0.5rem', background: 'currentColor' })
/** Round or square: it is read without colour too. */
export const lamp = styleVariants({
  up: [light, { borderRadius: theme.radius.pill }],
  down: [light, { background: 'transparent', border: '2px solid currentColor' }],
})
