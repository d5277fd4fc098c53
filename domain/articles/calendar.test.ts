import { expect, test } from 'vitest'
import { withDatabase } from '@/db/testing'
import { createStaff, liveStory, storyFields } from '@/e2e/support/stories'
import { listCalendar } from './calendar'
import { planStory } from './planning'
import { publishStory } from './publish'
import { startStory } from './save'

withDatabase()

const START = new Date('2031-05-01T00:00:00Z')
const END = new Date('2031-06-01T00:00:00Z')
const at = (day: number) => new Date(Date.UTC(2031, 4, day, 9))

test('the calendar shows due, planned, scheduled and published stories in order', async () => {
	const editor = await createStaff('editor')
	const draft = await startStory(editor, await storyFields(editor, { headline: 'Draft' }))
	await planStory(editor, draft.articleId, { dueAt: at(7), plannedAt: at(3) })
	const scheduled = await startStory(editor, await storyFields(editor, { headline: 'Scheduled' }))
	await publishStory(editor, scheduled.articleId, { revisionId: scheduled.revisionId, at: at(5) })
	await planStory(editor, (await startStory(editor, await storyFields(editor))).articleId, { dueAt: END })
	const shown = (await listCalendar(editor, START, END)).map(({ headline, kind }) => [headline, kind])
	expect(shown).toEqual([
		['Draft', 'planned'],
		['Scheduled', 'scheduled'],
		['Draft', 'due'],
	])
	expect(await listCalendar(await createStaff('contributor'), START, END)).toEqual([])
})

test('the calendar has a public story’s publication, and omits its plan', async () => {
	const { editor, articleId } = await liveStory({}, new Date('2024-05-09T09:00:00Z'))
	await planStory(editor, articleId, { plannedAt: new Date('2024-05-10T00:00:00Z') })
	const month = [new Date('2024-05-01T00:00:00Z'), new Date('2024-06-01T00:00:00Z')] as const
	expect((await listCalendar(editor, ...month)).map(({ kind }) => kind)).toEqual(['published'])
})
