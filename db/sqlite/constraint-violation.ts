/** Whether a write failed on the unique constraint of `columns`, such as `people.email`. */
export const isUniqueViolation = (error: unknown, columns: string): boolean =>
	violationOf(error, ['SQLITE_CONSTRAINT_UNIQUE', 'SQLITE_CONSTRAINT_PRIMARYKEY'])?.message.includes(
		columns,
	) ?? false

/** Whether a deletion failed because other rows refer to the row. */
export const isForeignKeyViolation = (error: unknown): boolean =>
	violationOf(error, ['SQLITE_CONSTRAINT_FOREIGNKEY']) !== null

function violationOf(error: unknown, codes: string[]): Error | null {
	for (let cause = error; cause instanceof Error; cause = cause.cause) {
		const { code } = cause as { code?: string }
		if (code && codes.includes(code)) return cause
	}
	return null
}
