import { expect, test } from 'vitest'
import { write } from '@/db'
import { photos } from '@/db/schema'
import { traceWrites, withDatabase } from '@/db/testing'
import { createStaff, storyFields } from '@/e2e/support/stories'
import type { Figure } from '../body/document'
import { startStory } from './save'
import { findStory } from './stories'

withDatabase()

test('a save runs one insert a table', async () => {
	const editor = await createStaff('editor')
	const second = await createStaff('editor')
	const size = { mime: 'image/jpeg' as const, width: 900, height: 600, widths: [] }
	const added = await write((tx) =>
		tx
			.insert(photos)
			.values([
				{ ...size, hash: 'a' },
				{ ...size, hash: 'b' },
			])
			.returning(),
	)
	const [one, two] = await Promise.all([storyFields(editor), storyFields(second)])
	const figure = (photoId: number): Figure => ({ type: 'figure', attrs: { photoId, caption: '' } })
	const tags = ['Harbour', 'Tides', 'Wool']
	const sources = ['Town hall', 'Harbour master'].map((name) => ({ name, url: null }))
	await startStory(editor, { ...one, tags })
	const fields = {
		...one,
		tags,
		sources,
		bylines: [...one.bylines, ...two.bylines],
		heroPhotoId: added[0]?.id ?? 0,
		body: { ...one.body, content: [...one.body.content, ...added.map(({ id }) => figure(id))] },
	}
	let articleId = 0
	const trace = await traceWrites(async () => {
		articleId = (await startStory(editor, fields)).articleId
	})
	const tables = trace.flatMap((line) => /^insert into "(\w+)"/.exec(line)?.[1] ?? [])
	expect(tables.sort()).toEqual([
		'articles',
		'audit_events',
		'photo_uses',
		'revision_bylines',
		'revision_sources',
		'revision_tags',
		'revisions',
	])
	expect((await findStory(editor, articleId)).fields).toMatchObject(fields)
})
