import { removeLogo, setLogo } from '@/domain/logo/logo'
import { changeMenu, menuItems } from '@/domain/menus'
import { changeSettings } from '@/domain/settings'
import { renamePerson } from '../support/stories'
import { type Step, unique } from './newsroom'

const logoOf = (number: number): string =>
	`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 30"><path d="M0 ${number}h90"/></svg>`

/** Steps that change settings and people. */
export const SITE_STEPS: Record<string, Step> = {
	settings: {
		staleness: 'now',
		take: (room) =>
			changeSettings(room.owner, { commentPrompt: unique('Say something'), siteName: unique('The Square') }),
	},
	'change the look': {
		staleness: 'now',
		take: (room, number) =>
			changeSettings(room.owner, {
				accent: `#1f3f${(number % 256).toString(16).padStart(2, '0')}`,
				textFont: number % 2 ? 'georgia' : 'newsreader',
				dateFormat: number % 2 ? 'day first' : 'month first',
				footerText: unique('Printed by the harbour.'),
				moodsShown: number % 3 > 0,
			}),
	},
	'answer machines': {
		staleness: 'now',
		take: (room, number) =>
			changeSettings(room.owner, {
				machinesSearch: number % 2 ? 'no' : 'yes',
				machinesTraining: number % 3 ? 'licence' : 'no',
				licenceContact: unique('https://example.org/licences?'),
			}),
	},
	'change a menu': {
		staleness: 'now',
		take: async (room, number) => {
			const menu = number % 2 ? 'masthead' : 'footer'
			const shown = await menuItems(menu)
			const link = { kind: 'link', label: unique('Shop'), url: '/tags/harbour' } as const
			const step = shown.length > 3 ? ('reset' as const) : { add: link }
			await changeMenu(room.owner, menu, { shown, labels: [], step })
		},
	},
	'set a logo': {
		staleness: 'now',
		take: (room, number) =>
			number % 2 ? setLogo(room.owner, Buffer.from(logoOf(number))) : removeLogo(room.owner),
	},
	'change a person': {
		staleness: 'now',
		take: (room, number) => {
			const { id } = (number % 2 ? room.owner : room.editor).person
			return renamePerson(id, { name: unique('Edith Marsh'), bio: unique('Writes about the harbour.') })
		},
	},
}
