import { write } from '@/db'
import { Refusal } from '@/lib/refusal'
import { audit } from '../audit'
import { authorize, can, type Viewer } from '../permissions'
import { requireEditable } from './access'
import { publicationOf, type StoryState } from './publication'
import { decide } from './publish'
import { countStoryWords, insertRevision } from './revisions'
import { dropApproval } from './stages'
import { findStory } from './stories'

/**
 * Saves a story with another section. A live story is published again with it as a minor change, and a scheduled one
 * is updated, if its newest text is the published one.
 *
 * @throws Refusal `conflict` for a story with unpublished text, `forbidden` for a live or scheduled one of a
 * contributor, `invalid` for an unknown section or a story that cannot be published now; nothing is saved then
 */
export async function changeStorySection(viewer: Viewer, articleId: number, section: string): Promise<void> {
	authorize(viewer, 'write stories')
	if (!section) throw new Refusal('invalid', 'Please choose a section.', 'section')
	const { headRevisionId, fields } = await findStory(viewer, articleId)
	const changed = { ...fields, section }
	const words = await countStoryWords(changed)
	await write(async (tx) => {
		await tx.lock('article', articleId)
		const article = await requireEditable(tx, viewer, articleId)
		if (article.headRevisionId !== headRevisionId)
			throw new Refusal('conflict', 'It was saved by somebody a moment ago. Please try again.')
		if (fields.section === section) return
		const kind = DECISION_OF[publicationOf(article).state]
		if (kind && !can(viewer, 'publish stories'))
			throw new Refusal('forbidden', 'It is published or scheduled; an editor can change its section.')
		if (kind && article.publishedRevisionId !== headRevisionId)
			throw new Refusal(
				'conflict',
				'It has text that is not published yet. Publish that first, or change the section in the story.',
			)
		const values = { articleId, parentId: headRevisionId, fields: changed, words }
		const revisionId = await insertRevision(tx, viewer, values)
		const sections = { from: { section: fields.section }, to: { section } }
		await audit(tx, viewer, 'save story', `article:${articleId}`, { revisionId, ...sections })
		await dropApproval(tx, viewer, article, revisionId)
		if (!kind) return
		const decision = kind === 'publish' ? { kind, minor: true } : { kind }
		await decide(tx, viewer, { article, revisionId, decision })
	})
}

const DECISION_OF: Partial<Record<StoryState, 'publish' | 'update scheduled'>> = {
	live: 'publish',
	scheduled: 'update scheduled',
}
