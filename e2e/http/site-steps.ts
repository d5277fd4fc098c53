import { placeAd, setAdActive } from '@/domain/ads'
import { changeSettings } from '@/domain/settings'
import { renamePerson } from '../support/stories'
import { pick, type Step, unique } from './newsroom'

/** Steps that change settings, people and advertisements. */
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
	'place an advertisement': {
		staleness: 'now',
		take: async (room) => {
			const ad = { title: unique('A letter'), text: 'Weekly.', url: 'https://example.org/', photoId: null }
			room.ads.push(await placeAd(room.owner, ad))
		},
	},
	'stop an advertisement': {
		staleness: 'now',
		take: async (room, number) => {
			const id = pick(room.ads, number)
			if (id) await setAdActive(room.owner, id, number % 2 === 0)
		},
	},
}
