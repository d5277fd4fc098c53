import { and, sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { read } from '@/db/connection'
import { tags } from '@/db/schema'
import { withDatabase } from '@/db/testing'
import { write } from '@/db/write'
import { searchTerms } from '@/lib/fold-text'
import { contains } from './text-search'

withDatabase()

beforeAll(async () => {
	const names = ['Škoda works', 'Привет, мир', '100% wool', 'snake_case', '東京都']
	await write(async (tx) => {
		await tx.insert(tags).values(names.map((name, number) => ({ slug: `tag-${number}`, name })))
	})
})

const search = async (query: string) =>
	(
		await read()
			.select({ name: tags.name })
			.from(tags)
			.where(and(...searchTerms(query).map((term) => contains([tags.slug, tags.name], term))))
	).map(({ name }) => name)

test.each([
	['ŠKODA', 'Škoda works'],
	['skoda WORKS', 'Škoda works'],
	['привет', 'Привет, мир'],
	['%', '100% wool'],
	['_', 'snake_case'],
	['京', '東京都'],
])('%s is found', async (query, found) => {
	expect(await search(query)).toEqual([found])
})

test('a search never matches a column without a value', async () => {
	expect(read().get(sql`select ${contains([sql`null`], 'null')} as found`)).toEqual({ found: null })
})
