import { write } from '@/db'
import { publishStory } from '@/domain/articles/publish'
import { startStory } from '@/domain/articles/save'
import { removeDemo } from '@/domain/demo/remove'
import { recordDemoRows } from '@/domain/demo/rows'
import { storyFields } from '../support/stories'
import { type Step, unique } from './newsroom'

/** A story of the demo edition among those of the newsroom, and the removal of the edition. */
export const DEMO_STEPS: Record<string, Step> = {
	'load a demo story': {
		staleness: 'now',
		take: async ({ editor }) => {
			const fields = await storyFields(editor, { headline: unique('A demo story'), tags: ['harbour'] })
			const { articleId, revisionId } = await startStory(editor, fields)
			await publishStory(editor, articleId, { revisionId })
			await write(async (tx) => {
				await recordDemoRows(tx, 'article', [articleId])
				await recordDemoRows(tx, 'revision', [revisionId])
			})
		},
	},
	'remove the demo edition': { staleness: 'now', take: ({ owner }) => removeDemo(owner) },
}
