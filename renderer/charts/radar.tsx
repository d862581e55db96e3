import * as css from './radar.css.ts'

/** The desk is watching: a scope with a slow sweep. Decoration only. */
export function Radar() {
  return (
    <div className={css.scope} aria-hidden="true">
      <div className={css.sweep} />
      <svg className={css.rings} viewBox="0 0 100 100">
        <circle cx="50" cy="50" r="49" />
        <circle cx="50" cy="50" r="33" />
        <circle cx="50" cy="50" r="17" />
        <path d="M50 1v98M1 50h98" />
      </svg>
    </div>
  )
}
