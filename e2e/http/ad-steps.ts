import { AD_SLOTS } from '@/db/schema'
import { changeAd, DEFAULT_AD, placeAd, restoreAd, retireAd, setAdActive } from '@/domain/ads-desk'
import type { Newsroom, Step } from './newsroom'

const AD = { text: 'Weekly.', url: 'https://example.org/', photoId: null }

const title = (): string => `A letter ${crypto.randomUUID().slice(0, 8)}`
const adAt = ({ ads }: Newsroom, number: number) => ads[number % ads.length]
const slotAt = (number: number) => AD_SLOTS[number % AD_SLOTS.length] ?? 'corner'

const place = async (room: Newsroom, number: number, startsAt: Date | null = null): Promise<void> => {
	const slot = slotAt(number)
	room.ads.push(await placeAd(room.owner, { ...AD, title: title(), slot, startsAt, afterParagraph: 1 }))
}

/** Steps of the newsroom that change advertisements. */
export const AD_STEPS: Record<string, Step> = {
	'place an advertisement': { staleness: 'now', take: (room, number) => place(room, number) },
	'place an advertisement for later': {
		staleness: 'now',
		take: async (room, number) => {
			const startsAt = new Date(Date.now() + 150)
			await place(room, number, startsAt)
			await new Promise((resolve) => setTimeout(resolve, startsAt.getTime() - Date.now() + 5))
		},
	},
	'change an advertisement': {
		staleness: 'now',
		take: async (room, number) => {
			const id = adAt(room, number)
			if (id)
				await changeAd(room.owner, id, { ...DEFAULT_AD, ...AD, title: title(), slot: slotAt(number + 1) })
		},
	},
	'stop an advertisement': {
		staleness: 'now',
		take: async (room, number) => {
			const id = adAt(room, number)
			if (id) await setAdActive(room.owner, id, number % 2 === 0)
		},
	},
	'retire an advertisement': {
		staleness: 'now',
		take: async (room, number) => {
			const id = adAt(room, number)
			if (id) await (number % 2 ? retireAd : restoreAd)(room.owner, id)
		},
	},
}
