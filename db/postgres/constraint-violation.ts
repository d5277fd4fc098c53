import type { DatabaseError } from 'pg'
import { databaseErrorOf } from './connection-error'

const UNIQUE_VIOLATION = '23505'
const FOREIGN_KEY_VIOLATION = '23503'

/** Whether a write failed on the unique constraint of `columns`, such as `people.email`. */
export function isUniqueViolation(error: unknown, columns: string): boolean {
	const violation = violationOf(error, UNIQUE_VIOLATION)
	if (!violation) return false
	const [table, column] = columns.split('.') as [string, string]
	const [, columnsOfKey = ''] = /^Key \(([^)]*)\)/.exec(violation.detail ?? '') ?? []
	return violation.table === table && columnsOfKey.split(', ').includes(column)
}

/** Whether a deletion failed because other rows refer to the row. */
export const isForeignKeyViolation = (error: unknown): boolean =>
	violationOf(error, FOREIGN_KEY_VIOLATION) !== null

function violationOf(error: unknown, code: string): DatabaseError | null {
	const found = databaseErrorOf(error)
	return found?.code === code ? found : null
}
