import { changeRole, disablePerson, enablePerson } from '@/domain/person-access'
import { changeProfile, findProfile } from '@/domain/profiles'
import { pick, type Step, unique } from './newsroom'

/** Writes of the people screens that reader pages show. */
export const PEOPLE_STEPS: Record<string, Step> = {
	'change a profile': {
		staleness: 'now',
		take: async (room, number) => {
			const { id } = room.editor.person
			const { fields } = await findProfile(room.owner, id)
			const changes = [
				{ bio: unique('Writes about [the harbour](https://example.org/).') },
				{ slug: unique('edith marsh') },
				{ profiles: [{ label: unique('Blog'), url: 'https://example.org/blog' }] },
				{ callToAction: { label: unique('Write to Edith'), url: 'https://example.org/' } },
				{ fediverse: `@${unique('edith').replace(' ', '')}@example.social` },
			]
			await changeProfile(room.owner, id, { ...fields, ...pick(changes, number) })
		},
	},
	'change a role': {
		staleness: 'now',
		take: async (room, number) => {
			const role = number % 2 ? 'editor' : 'reader'
			await changeRole(room.owner, room.staffReader.person.id, role)
		},
	},
	'disable and enable a person': {
		staleness: 'now',
		take: async (room, number) => {
			const { id } = room.staffReader.person
			await (number % 2 ? disablePerson : enablePerson)(room.owner, id)
		},
	},
}
