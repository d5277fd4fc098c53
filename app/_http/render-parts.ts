import { renderToStaticMarkup } from 'react-dom/server'
import { ACCOUNT_LINK, FOOTER_ACCOUNT_LINK } from '@/app/(reader)/parts/account-links'
import { AD } from '@/app/(reader)/parts/ad'
import { ADDRESS_HELP } from '@/app/(reader)/parts/address-help'
import { COMMENTS } from '@/app/(reader)/parts/comments'
import type { Part, PartReader } from '@/app/(reader)/parts/part'
import { SAVE_STORY } from '@/app/(reader)/parts/save-story'
import { SLOT_AD } from '@/app/(reader)/parts/slot-ad'
import { MOODS, RATING } from '@/app/(reader)/parts/votes'
import { siteSettings } from '@/domain/settings'
import { countReturned } from '@/domain/votes/return'
import { AD_COOKIE, closedAdsIn, parseCookies } from '@/lib/cookies'
import type { PartSlot } from '@/lib/page-parts'
import { viewerFromRequest } from './viewer-from-request'

const PARTS = [
	ACCOUNT_LINK,
	FOOTER_ACCOUNT_LINK,
	AD,
	SLOT_AD,
	SAVE_STORY,
	MOODS,
	RATING,
	COMMENTS,
	ADDRESS_HELP,
] as Part<unknown>[]
const PART_BY_NAME = new Map(PARTS.map((part) => [part.name, part]))

/**
 * Renders the parts of a shell, in order, for the reader of a `Cookie` header. Runs in a request context, which
 * receives their cache tags.
 */
export async function renderParts(slots: readonly PartSlot[], cookie: string | undefined): Promise<string[]> {
	// Notes the language of the words.
	await siteSettings()
	const headers = { get: (name: string) => (name === 'cookie' ? (cookie ?? null) : null) }
	const reader: PartReader = {
		viewer: await viewerFromRequest({ headers }),
		closedAds: closedAdsIn(parseCookies(cookie).get(AD_COOKIE)) ?? [],
	}
	if (slots.some(({ name }) => name === MOODS.name || name === RATING.name))
		await countReturned(reader.viewer)
	return Promise.all(slots.map((slot) => renderPart(slot, reader)))
}

async function renderPart({ name, props }: PartSlot, reader: PartReader): Promise<string> {
	const part = PART_BY_NAME.get(name)
	if (!part) throw new Error(`No part is named ${name}.`)
	return renderToStaticMarkup(await part.render(props, reader))
}
