import { publishStory } from '@/domain/articles/publish'
import { startStory } from '@/domain/articles/save'
import { listTags, mergeTag, renameTag } from '@/domain/tags'
import { storyFields } from '../support/stories'
import { type Newsroom, pick, type Step, unique } from './newsroom'

/** Steps that change tags. */
export const TAG_STEPS: Record<string, Step> = {
	'rename a tag': {
		staleness: 'now',
		take: async (room, number) => {
			const tag = pick((await listTags(room.editor)).tags, number)
			if (tag) await renameTag(room.editor, tag.id, number % 2 ? unique('Quay') : tag.name.toUpperCase())
		},
	},
	'merge a new tag into another': {
		staleness: 'now',
		take: async (room, number) => {
			const name = await publishTagged(room)
			const { tags } = await listTags(room.editor)
			const into = pick(
				tags.filter((tag) => tag.name !== name),
				number,
			)
			const made = tags.find((tag) => tag.name === name)
			if (made && into) await mergeTag(room.editor, made.id, into.name)
		},
	},
}

async function publishTagged(room: Newsroom): Promise<string> {
	const name = unique('Slip')
	const changes = { headline: unique('The slipway'), tags: [name] }
	const { articleId, revisionId } = await startStory(room.editor, await storyFields(room.editor, changes))
	room.stories.push(articleId)
	await publishStory(room.editor, articleId, { revisionId })
	return name
}
