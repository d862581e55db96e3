export type LogLevel = 'debug' | 'info' | 'warn' | 'error'

/** Facts for the people who look after the app. Never secrets; never the only place where a trader could see something. */
export interface Log {
  write(level: LogLevel, text: string, data?: Record<string, unknown>): void
}
