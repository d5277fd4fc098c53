/** Whether a write failed on the unique constraint of `columns`, such as `people.email`. */
export function isUniqueViolation(error: unknown, columns: string): boolean {
	for (let cause = error; cause instanceof Error; cause = cause.cause) {
		const { code } = cause as { code?: string }
		if (code === 'SQLITE_CONSTRAINT_UNIQUE' || code === 'SQLITE_CONSTRAINT_PRIMARYKEY')
			return cause.message.includes(columns)
	}
	return false
}
