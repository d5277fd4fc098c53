import type * as copy from './copy'

export type { MoveOptions, MoveReport } from './copy'

/** The functions of `copy.ts`, which is imported when called, because most processes need one driver only. */
export const copyToPostgres: typeof copy.copyToPostgres = async (...given) =>
	(await import('./copy')).copyToPostgres(...given)

export const copyToSqlite: typeof copy.copyToSqlite = async (...given) =>
	(await import('./copy')).copyToSqlite(...given)
