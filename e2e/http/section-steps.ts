import { changeSectionComments } from '@/domain/articles/change-responses'
import { findDeskSection, listDeskSections } from '@/domain/desk-sections'
import { mergeSection } from '@/domain/merge-sections'
import { changeSection, createSection, moveSection, setSectionRetired } from '@/domain/sections'
import { listTrash, moveToTrash, restore } from '@/domain/trash/trash'
import { ignoreRefusal, pick, type Step, unique } from './newsroom'

/** Steps that change sections. */
export const SECTION_STEPS: Record<string, Step> = {
	'make a section': {
		staleness: 'now',
		take: (room) => createSection(room.owner, { name: unique('Section'), slug: '' }),
	},
	'change a section': {
		staleness: 'now',
		take: async (room, number) => {
			const [first] = await listDeskSections(room.owner)
			if (!first) return
			const { id, slug } = await findDeskSection(room.owner, first.id)
			const words = { name: unique('News'), description: unique('All that happens.') }
			await changeSection(room.owner, id, { ...words, slug: number % 3 ? slug : unique('news') })
		},
	},
	'change the comments of a section': {
		staleness: 'now',
		take: async (room, number) => {
			const section = pick(await listDeskSections(room.owner), number)
			if (section)
				await changeSectionComments(room.owner, section.id, {
					commentsPolicy: pick([null, 'closed', 'open'] as const, number) ?? null,
					commentsFrom: pick([null, 'confirmed', 'accounts'] as const, number) ?? null,
					commentsCloseAfterDays: number % 2 ? null : 9,
					commentsClosedReason: unique('All is said.'),
				})
		},
	},
	'move a section': {
		staleness: 'now',
		take: async (room, number) => {
			const section = pick(await listDeskSections(room.owner), number)
			const move = section && moveSection(room.owner, section.id, number % 2 ? 'up' : 'down')
			await move?.catch(ignoreRefusal)
		},
	},
	'retire a section or bring it back': {
		staleness: 'now',
		take: async (room, number) => {
			const section = pick(await listDeskSections(room.owner), number)
			if (section) await setSectionRetired(room.owner, section.id, !section.retired)
		},
	},
	'remove a section or restore it': {
		staleness: 'now',
		take: async (room, number) => {
			const { items } = await listTrash(room.owner)
			const removed = items.find(({ kind }) => kind === 'section')
			if (removed) return restore(room.owner, 'section', removed.key.slice('section:'.length))
			const section = pick(await listDeskSections(room.owner), number)
			if (section) await moveToTrash(room.owner, 'section', section.id).catch(ignoreRefusal)
		},
	},
	'merge sections': {
		staleness: 'now',
		take: async (room, number) => {
			const list = await listDeskSections(room.owner)
			const [from, into] = [pick(list, number), pick(list, number + 1)]
			if (from && into) await mergeSection(room.owner, from.id, into.id).catch(ignoreRefusal)
		},
	},
}
