import { changeResponses } from '@/domain/articles/change-responses'
import type { Decision } from '@/domain/articles/decision'
import { decideAbout, withdrawStory } from '@/domain/articles/publish'
import { findStory } from '@/domain/articles/stories'
import { changeLanguage } from '@/domain/articles/translations'
import { deleteForEver, restoreFromTrash, trashStory } from '@/domain/articles/trash'
import { findUndoable } from '@/domain/articles/undo'
import { changeMachineAnswers } from '@/domain/machines'
import { MACHINE_ANSWERS } from '@/lib/machine-answers'
import { ignoreRefusal, liveId, type Newsroom, pick, type Step, startAndPublish, unique } from './newsroom'

async function decideAndUndo(room: Newsroom, id: number, decision?: Decision): Promise<void> {
	if (decision) await decideAbout(room.editor, id, decision)
	const event = (await findUndoable(room.editor, id))?.events[0] ?? 0
	await decideAbout(room.editor, id, { kind: 'undo', event })
}

/** Steps that decide and undo, empty the trash, and open or close a story's responses. */
export const DECISION_STEPS: Record<string, Step> = {
	'open or close comments, moods and stars': {
		staleness: 'now',
		take: async (room, number) => {
			const id = pick(room.stories, number)
			const commentsPolicy = pick([null, 'open', 'premoderated', 'closed'] as const, number) ?? null
			const moodsShown = pick([null, true, false], number) ?? null
			const commentsFrom = pick([null, 'guests', 'confirmed', 'accounts'] as const, number + 1) ?? null
			const commentsClosedReason = unique('All is said.')
			const comments = { commentsPolicy, commentsFrom, commentsClosedReason }
			const choices = { ...comments, moodsShown, ratingsShown: number % 3 > 0 }
			if (id) await changeResponses(room.editor, id, choices).catch(ignoreRefusal)
		},
	},
	'answer machines for a story': {
		staleness: 'now',
		take: async (room, number) => {
			const id = pick(room.stories, number)
			const answer = pick([null, ...MACHINE_ANSWERS.slice(0, 2)], number) ?? null
			const answers = { search: number % 2 ? answer : null, answers: null, training: answer }
			if (id) await changeMachineAnswers(room.editor, id, answers).catch(ignoreRefusal)
		},
	},
	'change the language or the translations of a story': {
		staleness: 'now',
		take: async (room, number) => {
			const [id, other] = [pick(room.stories, number), pick(room.stories, number + 1)]
			if (!id || !other) return
			const { slug } = await findStory(room.editor, other)
			const typed = { language: pick(['', 'fr', 'ar'], number) ?? '', translationOf: number % 3 ? slug : '' }
			await changeLanguage(room.editor, id, typed).catch(ignoreRefusal)
		},
	},
	'withdraw and undo': {
		staleness: 'now',
		take: async (room, number) => {
			const id = await liveId(room, number)
			if (id) await decideAndUndo(room, id, { kind: 'withdraw', reason: unique('It was wrong.') })
		},
	},
	'change the date and undo': {
		staleness: 'now',
		take: async (room, number) => {
			const id = await liveId(room, number)
			const at = new Date(Date.now() - 7_200_000 * (number + 1))
			if (id) await decideAndUndo(room, id, { kind: 'change date', at })
		},
	},
	'publish first and undo': {
		staleness: 'now',
		take: async (room, number) => decideAndUndo(room, await startAndPublish(room, number)),
	},
	'withdraw into the trash': {
		staleness: 'now',
		take: async (room, number) => {
			const id = await startAndPublish(room, number)
			await withdrawStory(room.editor, id, unique('It was wrong.'))
			await trashStory(room.editor, id)
			if (number % 2) await restoreFromTrash(room.editor, id)
			else {
				await deleteForEver(room.owner, id)
				room.stories.pop()
			}
		},
	},
}
