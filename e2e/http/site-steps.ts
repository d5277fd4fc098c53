import { changeSettings } from '@/domain/settings'
import { renamePerson } from '../support/stories'
import { type Step, unique } from './newsroom'

/** Steps that change settings and people. */
export const SITE_STEPS: Record<string, Step> = {
	settings: {
		staleness: 'now',
		take: (room) =>
			changeSettings(room.owner, { commentPrompt: unique('Say something'), siteName: unique('The Square') }),
	},
	'change a person': {
		staleness: 'now',
		take: (room, number) => {
			const { id } = (number % 2 ? room.owner : room.editor).person
			return renamePerson(id, { name: unique('Edith Marsh'), bio: unique('Writes about the harbour.') })
		},
	},
}
