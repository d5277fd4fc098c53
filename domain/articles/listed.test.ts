import { expect, test } from 'vitest'
import { readDb, write } from '@/db'
import { people, sections, tags } from '@/db/schema'
import { withDatabase } from '@/db/testing'
import { createStaff, liveStory, storyFields } from '@/e2e/support/stories'
import { isAuthor, isTag } from './listed'
import { listByAuthor, listSection, listTag } from './lists'
import { publishStory } from './publish'
import { startStory } from './save'
import { sectionAt } from './section-address'

withDatabase()

const TOMORROW = new Date(Date.now() + 86_400_000)

test('sectionAt, isTag and isAuthor match the list pages', async () => {
	await liveStory({ headline: 'The quay', tags: ['Quays', '서울 소식'] })
	const editor = await createStaff('editor')
	await startStory(editor, await storyFields(editor, { headline: 'A draft', tags: ['Secret'] }))
	const due = await storyFields(editor, { headline: 'To come', tags: ['Sooner'] })
	const scheduled = await startStory(editor, due)
	await publishStory(editor, scheduled.articleId, { revisionId: scheduled.revisionId, at: TOMORROW })
	await write(async (tx) => {
		await tx.insert(people).values({ slug: 'a-reader', name: 'A reader', role: 'reader' })
		await tx.insert(people).values({ slug: 'a-witness', name: 'A witness', role: 'reader' })
	})
	await liveStory({ headline: 'As seen', bylines: ['a-witness'] })
	const slugs = [
		...[sections, tags, people].map((table) => readDb().select({ slug: table.slug }).from(table)),
	]
	const stored = (await Promise.all(slugs)).flat().map(({ slug }) => slug)
	const answers: [string, boolean][] = []
	for (const slug of [...stored, ...stored.map((each) => each.normalize('NFD')), 'never-there', '']) {
		expect([slug, (await sectionAt(slug)) !== null]).toEqual([
			slug,
			(await listSection(slug)).section !== null,
		])
		expect([slug, await isTag(slug)]).toEqual([slug, (await listTag(slug)).tag !== null])
		expect([slug, await isAuthor(slug)]).toEqual([slug, (await listByAuthor(slug)).author !== null])
		answers.push([slug, (await sectionAt(slug)) !== null || (await isTag(slug)) || (await isAuthor(slug))])
	}
	const known = (slug: string) => Object.fromEntries(answers)[slug]
	for (const slug of ['news', 'quays', '서울-소식', 'a-witness'])
		expect([slug, known(slug)]).toEqual([slug, true])
	for (const slug of ['secret', 'sooner', 'a-reader', 'never-there'])
		expect([slug, known(slug)]).toEqual([slug, false])
})
