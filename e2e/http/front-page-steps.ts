import { findArrangements } from '@/domain/front-page-arrangements'
import { removeScheduled, saveArrangement, undoArrangement } from '@/domain/front-page-save'
import type { ReaderBlock } from '@/lib/front-page-arrangement'
import type { Newsroom, Step } from './newsroom'

const storyAt = ({ stories }: Newsroom, number: number) => stories[number % stories.length]

/** Steps of the newsroom that change the front page. */
export const FRONT_PAGE_STEPS: Record<string, Step> = {
	'arrange the front page': {
		staleness: 'now',
		take: (room, number) => arrange(room, number),
	},
	'schedule a front page': {
		staleness: 'now',
		take: async (room, number) => {
			const startsAt = new Date(Date.now() + 150)
			await arrange(room, number, startsAt)
			await new Promise((resolve) => setTimeout(resolve, startsAt.getTime() - Date.now() + 5))
		},
	},
	'schedule a front page and remove it': {
		staleness: 'now',
		take: async (room, number) =>
			removeScheduled(room.editor, await arrange(room, number, new Date(Date.now() + 60_000))),
	},
	'undo a front page': {
		staleness: 'now',
		take: async (room) => {
			const { current } = await findArrangements(room.editor)
			if (current) await undoArrangement(room.editor, current.id)
		},
	},
}

/** Pins two stories, one of them for an hour in every third arrangement, and shows the readers' blocks. */
async function arrange(room: Newsroom, number: number, startsAt: Date | null = null): Promise<number> {
	const [lead = 0, second = 0] = [storyAt(room, number), storyAt(room, number + 1)]
	// An end between the requests of a comparison would make them differ.
	const until =
		number % 3 === 0 ? new Date((startsAt?.getTime() ?? Date.now()) + 3_600_000).toISOString() : ''
	const arrangement = {
		places: { lead: { id: lead, until }, ...(second !== lead && { 'second-2': { id: second, until: '' } }) },
		sections: [],
		blocks: (number % 2
			? ['felt', 'discussed', 'latest', 'respected']
			: []) satisfies ReaderBlock[] as ReaderBlock[],
	}
	const base = (await findArrangements(room.editor)).current?.id ?? 0
	return saveArrangement(room.editor, arrangement, { base, startsAt })
}
