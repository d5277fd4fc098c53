import { is } from 'drizzle-orm'
import { getTableConfig, SQLiteTable } from 'drizzle-orm/sqlite-core'
import { expect, test } from 'vitest'
import * as schema from '@/db/schema'

test('PERSON_REFERENCES names every reference without a rule for deletion', () => {
	const tables = Object.values(schema).filter((each) => is(each, SQLiteTable))
	const restricting = tables.flatMap((table) =>
		getTableConfig(table)
			.foreignKeys.filter(({ onDelete }) => !onDelete || onDelete === 'no action')
			.map((key) => key.reference())
			.filter(({ foreignTable }) => foreignTable === schema.people)
			.flatMap(({ columns }) => columns),
	)
	const names = (columns: { table: unknown; name: string }[]) =>
		columns.map(({ table, name }) => `${getTableConfig(table as SQLiteTable).name}.${name}`).sort()
	expect(restricting.length).toBeGreaterThan(5)
	expect(names(schema.PERSON_REFERENCES)).toEqual(names(restricting))
})
